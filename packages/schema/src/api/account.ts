export const roles = ['admin', 'builder', 'operator', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Somebody, or something, that may use the product. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** Absent for integration users, who cannot log in to the screens. */
  readonly email?: string;
  readonly kind: 'person' | 'integration';
  readonly role: Role;
  readonly disabled: boolean;
  readonly createdAt: string;
}

/** A key that a program uses in place of a password. Its secret is shown once, when it is made. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly userId: string;
  readonly userName: string;
  readonly createdAt: string;
  readonly lastUsedAt?: string;
}

/** What roles differ in. */
export type Permission = 'look' | 'run' | 'build' | 'administer';

const granted: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ['look'],
  operator: ['look', 'run'],
  builder: ['look', 'run', 'build'],
  admin: ['look', 'run', 'build', 'administer'],
};

/** Whether a role carries a permission. Server and screens both ask here. */
export function may(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}
