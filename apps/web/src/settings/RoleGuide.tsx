import { say } from '../words/say.ts';
import { roleOptions } from './role-look.ts';

/** What each role may do. */
export function RoleGuide() {
  return (
    <section aria-label={say('settings.roles.title')} className="mt-6">
      <h2 className="mb-2 font-semibold">{say('settings.roles.guide')}</h2>
      <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {roleOptions.map((role) => (
          <div key={role.value} className="rounded-r2 border bg-surface p-3">
            <dt className="font-semibold">{role.label}</dt>
            <dd className="text-muted">{role.hint}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
