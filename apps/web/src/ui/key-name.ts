import { say } from '../words/say.ts';

const names: Readonly<Record<string, string>> = {
  Enter: say('ui.keys.enter'),
  Shift: say('ui.keys.shift'),
  Ctrl: say('ui.keys.ctrl'),
  Delete: say('ui.keys.delete'),
  Del: say('ui.keys.del'),
};

/** What is printed on a key. A key that is not called otherwise in another language stays. */
export function keyName(key: string): string {
  return names[key] ?? key;
}
