import { Select } from '../ui/Select.tsx';
import { chooseLanguage, language, languages, nameOf } from '../words/language.ts';
import { say } from '../words/say.ts';

const options = languages.map((code) => ({ value: code, label: nameOf(code) }));

/** Chooses the language of the screens. They start again in it. */
export function LanguagePicker() {
  return (
    <Select
      label={say('settings.account.language')}
      hideLabel
      value={language}
      onChange={chooseLanguage}
      options={options}
    />
  );
}
