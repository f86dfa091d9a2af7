import { useState } from 'react';
import { problemOf } from '../api/api-problem.ts';
import { useChangePassword } from '../api/session.ts';
import { PasswordField } from '../accounts/PasswordField.tsx';
import { passwordError } from '../accounts/account-errors.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toastDone } from '../ui/toast.ts';
import { say } from '../words/say.ts';

const empty = { current: '', next: '' };

/** Changes one's own password; the present one is asked for. */
export function ChangePasswordForm() {
  const [passwords, setPasswords] = useState(empty);
  const [shown, setShown] = useState(false);
  const change = useChangePassword();

  const errors = {
    current: passwords.current === '' ? say('settings.password.present-missing') : undefined,
    next: passwordError(passwords.next),
  };

  function submit() {
    setShown(true);
    if (errors.current !== undefined || errors.next !== undefined) return;
    change.mutate(passwords, {
      onSuccess: () => {
        setPasswords(empty);
        setShown(false);
        toastDone(say('settings.password.changed'));
      },
    });
  }

  return (
    <Form onSubmit={submit} className="flex flex-col gap-4">
      <TextField
        label={say('settings.password.present')}
        type="password"
        autoComplete="current-password"
        value={passwords.current}
        onChange={(current) => setPasswords({ ...passwords, current })}
        error={(shown ? errors.current : undefined) ?? problemOf(change.error, 'current')}
      />
      <PasswordField
        label={say('settings.password.new')}
        value={passwords.next}
        onChange={(next) => setPasswords({ ...passwords, next })}
        error={(shown ? errors.next : undefined) ?? problemOf(change.error, 'next')}
      />
      <ErrorBanner error={change.error} />
      <div>
        <Button variant="primary" type="submit" busy={change.isPending}>
          {say('settings.password.change')}
        </Button>
      </div>
    </Form>
  );
}
