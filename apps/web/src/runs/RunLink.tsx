import { Link } from 'wouter';
import { say } from '../words/say.ts';

interface RunLinkProps {
  readonly id: string;
  readonly onShow?: ((requestId: string) => void) | undefined;
}

/** Leads to another run: here, or on the activity page. */
export function RunLink({ id, onShow }: RunLinkProps) {
  const text = say('runs.run-named', { id: id.slice(-8) });
  const className = 'font-medium text-accent underline';
  return onShow ? (
    <button type="button" title={id} className={className} onClick={() => onShow(id)}>
      {text}
    </button>
  ) : (
    <Link to={`/runs?run=${id}`} title={id} className={className}>
      {text}
    </Link>
  );
}
