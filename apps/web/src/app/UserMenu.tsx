import type { User } from '@sluice/schema';
import { ChevronsUpDown, Languages, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react';
import { useLocation } from 'wouter';
import { useLogOut } from '../api/session.ts';
import { DropdownMenu } from '../ui/DropdownMenu.tsx';
import { useTheme } from '../ui/theme.ts';
import { toastError } from '../ui/toast.ts';
import { chooseLanguage, language, languages, nameOf } from '../words/language.ts';
import { say } from '../words/say.ts';

/** Who is logged in, the theme, the language, and the way out. */
export function UserMenu({ user }: { readonly user: User }) {
  const { choice, choose } = useTheme();
  const [, navigate] = useLocation();
  const logOut = useLogOut();

  return (
    <DropdownMenu
      side="top"
      align="start"
      header={
        <div className="max-w-64 px-2 pt-1 pb-2">
          <p className="truncate font-semibold">{user.name}</p>
          <p className="truncate text-hint text-muted">{user.email}</p>
        </div>
      }
      groups={[
        [
          {
            label: say('app.user-menu.my-account'),
            icon: <UserRound />,
            onSelect: () => navigate('/settings'),
          },
        ],
        [
          {
            label: say('app.user-menu.follow-system'),
            icon: <Monitor />,
            checked: choice === 'system',
            onSelect: () => choose('system'),
          },
          {
            label: say('settings.theme.light'),
            icon: <Sun />,
            checked: choice === 'light',
            onSelect: () => choose('light'),
          },
          {
            label: say('settings.theme.dark'),
            icon: <Moon />,
            checked: choice === 'dark',
            onSelect: () => choose('dark'),
          },
        ],
        languages.map((code) => ({
          label: nameOf(code),
          icon: <Languages />,
          checked: code === language,
          onSelect: () => chooseLanguage(code),
        })),
        [
          {
            label: say('app.user-menu.log-out'),
            icon: <LogOut />,
            onSelect: () =>
              logOut.mutate(undefined, {
                onSuccess: () => navigate('/login'),
                onError: toastError,
              }),
          },
        ],
      ]}
      trigger={
        <button
          type="button"
          aria-label={say('app.user-menu.account-of', { name: user.name })}
          className="flex items-center gap-2.5 rounded-r1 p-1 text-left hover:bg-sunken min-[1100px]:px-1.5"
        >
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-hint font-semibold text-accent"
          >
            {initialsOf(user.name)}
          </span>
          <span className="hidden min-w-0 flex-1 min-[1100px]:block">
            <span className="block truncate font-medium">{user.name}</span>
            <span className="block text-hint text-muted">{say(`settings.roles.${user.role}`)}</span>
          </span>
          <ChevronsUpDown className="hidden size-4 text-faint min-[1100px]:block" aria-hidden />
        </button>
      }
    />
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => /^./u.exec(word ?? '')?.[0] ?? '')
    .join('')
    .toUpperCase();
}
