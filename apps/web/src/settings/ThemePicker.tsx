import { Monitor, Moon, Sun } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { type ThemeChoice, useTheme } from '../ui/theme.ts';
import { say } from '../words/say.ts';

const choices = [
  { value: 'system', label: say('settings.theme.system'), icon: <Monitor /> },
  { value: 'light', label: say('settings.theme.light'), icon: <Sun /> },
  { value: 'dark', label: say('settings.theme.dark'), icon: <Moon /> },
] as const;

/** Chooses between light, dark and what the system says. */
export function ThemePicker() {
  const { choice, choose } = useTheme();
  return (
    <RadioGroup.Root
      aria-label={say('settings.theme.title')}
      value={choice}
      onValueChange={(value) => choose(value as ThemeChoice)}
      className="grid grid-cols-3 gap-2"
    >
      {choices.map(({ value, label, icon }) => (
        <RadioGroup.Item
          key={value}
          value={value}
          className="flex flex-col items-center gap-1.5 rounded-r2 border border-line-strong px-2 py-3 font-medium text-muted hover:bg-sunken data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft data-[state=checked]:text-accent [&>svg]:size-5"
        >
          {icon}
          {label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
