import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { asApiProblem } from '@octo/ui/react/api/api-problem.ts';
import { BrandMark } from '@octo/ui/react/shell/brand.tsx';
import { type FormEvent, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { pathAfterSignIn } from '../../paths.ts';
import { useSessionQuery } from '../../session/session.ts';
import { emptyFields, readCredentials } from './credentials.ts';
import { Refusal } from './refusal.tsx';
import classes from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

/** The door. Afterwards somebody is where they wanted to go. */
export function SignIn() {
  useDocumentTitle('Sign in · OCTO CRM');
  const [params] = useSearchParams();
  const session = useSessionQuery().data;
  if (session?.authenticated) return <Navigate to={pathAfterSignIn(params.get('from'))} replace />;
  return (
    <main className={classes.page}>
      <div className={classes.door}>
        <BrandMark part="CRM" />
        <h1>Sign in</h1>
        {params.has('from') && <p className="muted">You will be taken back to where you were.</p>}
        <SignInForm />
      </div>
    </main>
  );
}

function SignInForm() {
  const [faults, setFaults] = useState<{ username?: string; password?: string }>({});
  const { mutate, isPending, error } = useSignIn();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const credentials = readCredentials(new FormData(form));
    const found = emptyFields(credentials);
    setFaults(found);
    const [first] = Object.keys(found);
    if (first) return focusOn(form, first);
    if (!isPending) mutate(credentials, { onError: () => focusOn(form, 'password') });
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {error && <Refusal problem={asApiProblem(error)} />}
      <TextInput
        label="Username or e-mail"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        error={faults.username}
      />
      <PasswordInput
        label="Password"
        name="password"
        autoComplete="current-password"
        error={faults.password}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
      />
      <Button type="submit" fullWidth loading={isPending}>
        Sign in
      </Button>
    </form>
  );
}

function focusOn(form: HTMLFormElement, field: string): void {
  const input = form.elements.namedItem(field);
  if (!(input instanceof HTMLInputElement)) return;
  input.focus();
  input.select();
}
