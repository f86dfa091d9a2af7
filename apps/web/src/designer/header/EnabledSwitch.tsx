import { useSetFlowEnabled } from '../../api/flows.ts';
import { Switch } from '../../ui/Switch.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { toastError } from '../../ui/toast.ts';
import { say } from '../../words/say.ts';
import { useDesigner } from '../state/designer-context.ts';
import { useFlowDocument } from '../state/use-flow-document.ts';
import { usePublication } from './use-publication.ts';

/** Turns a published flow on or off at once. While it is off its triggers refuse. */
export function EnabledSwitch() {
  const id = useFlowDocument(({ flow }) => flow.id);
  const { publishedVersion, enabled } = usePublication();
  const { announcements } = useDesigner();
  const setEnabled = useSetFlowEnabled();
  if (publishedVersion === undefined) return null;
  return (
    <Tooltip
      text={enabled ? say('designer.header.on-meaning') : say('designer.header.off-meaning')}
    >
      <span className="ml-1.5 inline-flex">
        <Switch
          label={say('designer.header.on-label')}
          hideLabel
          checked={enabled}
          disabled={setEnabled.isPending}
          onChange={(checked) =>
            setEnabled.mutate(
              { id, enabled: checked },
              {
                onSuccess: () =>
                  announcements
                    .getState()
                    .say(checked ? say('designer.header.is-on') : say('designer.header.is-off')),
                onError: toastError,
              },
            )
          }
        />
      </span>
    </Tooltip>
  );
}
