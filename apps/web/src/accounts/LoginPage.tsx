import { useState } from 'react';
import { Redirect } from 'wouter';
import { ApiProblem } from '../api/api-problem.ts';
import { useLogIn, useSession, useSetupState } from '../api/session.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorBanner } from '../ui/ErrorBanner.tsx';
import { Form } from '../ui/Form.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useAddress } from '../ui/use-address.ts';
import { say } from '../words/say.ts';
import { AccountFrame } from './AccountFrame.tsx';
import { emailError } from './account-errors.ts';
import { ownPath } from './own-path.ts';

/** Asks who is there. Leads on to the page that was wanted. */
export function LoginPage() {
  const [search] = useAddress();
  const { data: session } = useSession();
  const { data: setup } = useSetupState();
  const logIn = useLogIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);

  if (session) return <Redirect to={ownPath(search.get('next'))} replace />;
  if (setup?.needed) return <Redirect to="/setup" replace />;

  const errors = {
    email: emailError(email),
    password: password === '' ? say('accounts.log-in.password-missing') : undefined,
  };

  function submit() {
    setShown(true);
    if (errors.email === undefined && errors.password === undefined) {
      logIn.mutate({ email: email.trim(), password });
    }
  }

  return (
    <AccountFrame
      title={say('accounts.log-in.title')}
      description={say('accounts.log-in.description')}
    >
      <Form onSubmit={submit} className="flex flex-col gap-4">
        <ErrorBanner error={inWords(logIn.error)} />
        <TextField
          label={say('ui.email')}
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={setEmail}
          error={shown ? errors.email : undefined}
        />
        <TextField
          label={say('ui.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={shown ? errors.password : undefined}
        />
        <Button variant="primary" type="submit" busy={logIn.isPending} className="mt-1">
          {say('accounts.log-in.title')}
        </Button>
        <p className="text-hint text-muted">{say('accounts.log-in.forgotten')}</p>
      </Form>
    </AccountFrame>
  );
}

/** What the server said, with what to do next. */
function inWords(error: Error | null): Error | null {
  if (!(error instanceof ApiProblem)) return error;
  if (error.status === 401) {
    return new Error(say('accounts.log-in.wrong'));
  }
  if (error.status === 429 && error.problem.detail === undefined) {
    return new Error(say('accounts.log-in.too-many'));
  }
  return error;
}
