import { Plus } from 'lucide-react';
import { useCatalogue } from '../catalogue/use-catalogue.ts';
import { Button } from '../ui/Button.tsx';
import { DropdownMenu } from '../ui/DropdownMenu.tsx';
import { Tile } from '../ui/Tile.tsx';
import { say } from '../words/say.ts';

/** Begins a new connection; asks for its type when there are several. */
export function NewConnectionButton({ onChoose }: { readonly onChoose: (type: string) => void }) {
  const types = useCatalogue().connectors.filter((connector) => connector.connection);
  const [only] = types;
  const button = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden />}
      {...(types.length === 1 && only && { onClick: () => onChoose(only.id) })}
    >
      {say('connections.new')}
    </Button>
  );
  if (types.length < 2) return button;
  return (
    <DropdownMenu
      trigger={button}
      groups={[
        types.map((connector) => ({
          label: connector.label,
          icon: <Tile kind="app" icon={connector.icon} size="small" />,
          onSelect: () => onChoose(connector.id),
        })),
      ]}
    />
  );
}
