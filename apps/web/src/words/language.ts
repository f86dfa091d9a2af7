const files = import.meta.glob<Messages>('./*.json', { import: 'default' });

/** A language's file: words, or more of the same, by name. */
export interface Messages {
  readonly [name: string]: string | Messages;
}

const KEY = 'sluice.language';

/** The languages there are: every file of this folder is one, named by its BCP 47 code. */
export const languages: readonly string[] = Object.keys(files).map((path) => path.slice(2, -5));

/** The language of the screens: what was chosen in this browser, else what the browser prefers. */
export const language: string = known(storedChoice()) ?? known(preferred()) ?? 'en';

/** How dates and numbers are written: as the browser's own region does, if it speaks the language. */
export const locale: string =
  navigator.languages.find((each) => baseOf(each) === language) ?? language;

/** Fetches the file of a language, and of no other. */
export async function loadMessages(code: string): Promise<Messages> {
  const load = files[`./${code}.json`];
  if (!load) throw new Error(`There is no language ${code}.`);
  return await load();
}

/** What a language calls itself. */
export function nameOf(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}

/** Remembers the language in this browser and starts again in it. What was saved is untouched. */
export function chooseLanguage(code: string): void {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // Storage may be switched off; then the browser's own language stays.
    return;
  }
  window.location.reload();
}

function storedChoice(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function preferred(): string | undefined {
  return navigator.languages.map(baseOf).find((code) => languages.includes(code));
}

function known(code: string | null | undefined): string | undefined {
  return code && languages.includes(code) ? code : undefined;
}

function baseOf(code: string): string {
  return code.split('-')[0] ?? code;
}
