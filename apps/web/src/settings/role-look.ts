import { type Role, roles } from '@sluice/schema';

interface RoleLook {
  readonly label: string;
  readonly meaning: string;
}

/** What each role is called and may do. */
export const roleLook: Readonly<Record<Role, RoleLook>> = {
  admin: { label: 'Admin', meaning: 'Everything, and users, API keys and the audit log.' },
  builder: { label: 'Builder', meaning: 'Draws and publishes flows, and keeps connections.' },
  operator: { label: 'Operator', meaning: 'Looks at everything, and runs, tests and cancels.' },
  viewer: { label: 'Viewer', meaning: 'Looks at flows, runs and signals, and changes nothing.' },
};

/** The roles as a list to choose from, the mightiest first. */
export const roleOptions = roles.map((role) => ({
  value: role,
  label: roleLook[role].label,
  hint: roleLook[role].meaning,
}));
