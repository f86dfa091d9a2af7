import type { NodeId } from '@sluice/schema';
import { Wrench } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../words/say.ts';
import { useMayBuild } from '../state/may-build.ts';
import { useScreen } from '../state/use-screen.ts';

/** Opens what repairs all broken pills of one source. */
export function RepairButton({ source }: { readonly source: NodeId }) {
  const open = useScreen((screen) => screen.open);
  const mayBuild = useMayBuild();
  if (!mayBuild) return null;
  return (
    <Button
      size="small"
      variant="ghost"
      className="mb-1 ml-6"
      icon={<Wrench aria-hidden />}
      onClick={() => open({ name: 'repair', source })}
    >
      {say('designer.repair.open')}
    </Button>
  );
}
