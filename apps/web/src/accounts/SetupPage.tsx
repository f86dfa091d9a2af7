import { useState } from 'react';
import { Redirect } from 'wouter';
import { problemOf } from '../api/api-problem.ts';
import { type NewSetup, useSession, useSetUp, useSetupState } from '../api/session.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { say } from '../words/say.ts';
import { AccountFrame } from './AccountFrame.tsx';
import { PasswordField } from './PasswordField.tsx';
import { emailError, nameError, passwordError } from './account-errors.ts';

const empty: NewSetup = { code: '', name: '', email: '', password: '', demo: true };

/** The first page of a new installation: makes the first administrator. */
export function SetupPage() {
  const { data: session } = useSession();
  const { data: state, error, refetch } = useSetupState();
  const setUp = useSetUp();
  const [setup, setSetup] = useState(empty);
  const [shown, setShown] = useState(false);

  if (session) return <Redirect to="/" replace />;
  if (state && !state.needed) return <Redirect to="/login" replace />;

  const errors = {
    code: setup.code.trim() === '' ? say('accounts.set-up.code-missing') : undefined,
    name: nameError(setup.name),
    email: emailError(setup.email),
    password: passwordError(setup.password),
  };
  const change = (part: Partial<NewSetup>) => setSetup({ ...setup, ...part });
  const errorOf = (field: keyof typeof errors) =>
    (shown ? errors[field] : undefined) ?? problemOf(setUp.error, field);

  function submit() {
    setShown(true);
    if (Object.values(errors).some((each) => each !== undefined)) return;
    setUp.mutate({
      ...setup,
      code: setup.code.trim(),
      name: setup.name.trim(),
      email: setup.email.trim(),
    });
  }

  return (
    <AccountFrame
      title={say('accounts.set-up.title')}
      description={say('accounts.set-up.description')}
    >
      <Form onSubmit={submit} className="flex flex-col gap-4">
        <ErrorBanner error={error} onRetry={() => void refetch()} />
        <TextField
          label={say('accounts.set-up.code')}
          hint={say('accounts.set-up.code-hint')}
          mono
          required
          autoFocus
          autoComplete="one-time-code"
          spellCheck={false}
          value={setup.code}
          onChange={(code) => change({ code })}
          error={errorOf('code')}
        />
        <TextField
          label={say('accounts.set-up.your-name')}
          required
          autoComplete="name"
          value={setup.name}
          onChange={(name) => change({ name })}
          error={errorOf('name')}
        />
        <TextField
          label={say('ui.email')}
          type="email"
          required
          autoComplete="username"
          value={setup.email}
          onChange={(email) => change({ email })}
          error={errorOf('email')}
        />
        <PasswordField
          label={say('ui.password')}
          required
          value={setup.password}
          onChange={(password) => change({ password })}
          error={errorOf('password')}
        />
        <div className="rounded-r2 border bg-sunken p-3">
          <Checkbox
            label={say('accounts.set-up.demo')}
            hint={say('accounts.set-up.demo-hint')}
            checked={setup.demo}
            onChange={(demo) => change({ demo })}
          />
        </div>
        <ErrorBanner error={setUp.error} />
        <Button variant="primary" type="submit" busy={setUp.isPending}>
          {say('accounts.set-up.title')}
        </Button>
      </Form>
    </AccountFrame>
  );
}
