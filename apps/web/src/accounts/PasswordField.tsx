import { useState } from 'react';
import { Eye, EyeOff } from 'lucide-react';
import { classNames } from '../ui/class-names.ts';
import { TextField } from '../ui/TextField.tsx';
import { say } from '../words/say.ts';
import { type PasswordStrength, passwordStrength } from './password-strength.ts';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

const words: Readonly<Record<PasswordStrength, string>> = {
  0: say('accounts.password.too-short'),
  1: say('accounts.password.weak'),
  2: say('accounts.password.fair'),
  3: say('accounts.password.strong'),
};

/** Asks for a new password and says how strong it is. */
export function PasswordField({ label, value, onChange, error, required }: PasswordFieldProps) {
  const [revealed, setRevealed] = useState(false);
  const strength = passwordStrength(value);
  return (
    <div>
      <TextField
        label={label}
        type={revealed ? 'text' : 'password'}
        autoComplete="new-password"
        value={value}
        onChange={onChange}
        error={error}
        required={required}
        hint={words[strength]}
        end={
          <button
            type="button"
            aria-label={revealed ? say('accounts.password.hide') : say('accounts.password.show')}
            onClick={() => setRevealed(!revealed)}
            className="grid size-7 place-items-center rounded-r1 text-muted hover:text-ink [&>svg]:size-4"
          >
            {revealed ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </button>
        }
      />
      <div className="mt-1.5 flex gap-1" aria-hidden>
        {[1, 2, 3].map((step) => (
          <span
            key={step}
            className={classNames(
              'h-1 flex-1 rounded-full',
              strength < step
                ? 'bg-line'
                : strength === 1
                  ? 'bg-fail'
                  : strength === 2
                    ? 'bg-wait'
                    : 'bg-ok',
            )}
          />
        ))}
      </div>
    </div>
  );
}
