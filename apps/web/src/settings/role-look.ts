import { type Role, roles } from '@sluice/schema';
import { say } from '../words/say.ts';

interface RoleLook {
  readonly label: string;
  readonly meaning: string;
}

/** What each role is called and may do. */
export const roleLook: Readonly<Record<Role, RoleLook>> = {
  admin: { label: say('settings.roles.admin'), meaning: say('settings.roles.admin-meaning') },
  builder: { label: say('settings.roles.builder'), meaning: say('settings.roles.builder-meaning') },
  operator: {
    label: say('settings.roles.operator'),
    meaning: say('settings.roles.operator-meaning'),
  },
  viewer: { label: say('settings.roles.viewer'), meaning: say('settings.roles.viewer-meaning') },
};

/** The roles as a list to choose from, the mightiest first. */
export const roleOptions = roles.map((role) => ({
  value: role,
  label: roleLook[role].label,
  hint: roleLook[role].meaning,
}));
