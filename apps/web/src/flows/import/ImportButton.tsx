import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { say } from '../../words/say.ts';
import { ImportDialog } from './ImportDialog.tsx';

/** Opens the import of a flow from a file. */
export function ImportButton() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<FileUp aria-hidden />} onClick={() => setOpen(true)}>
        {say('flows.import.open')}
      </Button>
      {isOpen && <ImportDialog onClose={() => setOpen(false)} />}
    </>
  );
}
