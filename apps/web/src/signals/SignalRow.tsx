import type { Signal } from '@sluice/schema';
import { ChevronRight, CornerDownRight } from 'lucide-react';
import { Link } from 'wouter';
import { classNames } from '../ui/class-names.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import { TableCell } from '../ui/TableCell.tsx';
import { TableRow } from '../ui/TableRow.tsx';
import { saySentence } from '../words/say-sentence.ts';
import { say } from '../words/say.ts';
import { OutcomeChip } from './OutcomeChip.tsx';

interface SignalRowProps {
  readonly signal: Signal;
  readonly selected: boolean;
  readonly onOpen: (id: string) => void;
  /** Given when signals are suppressed beneath it. */
  readonly fold?: { readonly open: boolean; readonly toggle: () => void };
  /** It stands beneath the signal it correlates with. */
  readonly nested?: boolean;
}

/** One signal in the table. */
export function SignalRow({ signal, selected, onOpen, fold, nested = false }: SignalRowProps) {
  return (
    <TableRow
      selected={selected}
      onClick={() => onOpen(signal.id)}
      className={nested ? 'bg-sunken' : undefined}
    >
      <TableCell className="whitespace-nowrap text-muted tabular-nums">
        <span className={classNames('flex items-center gap-1', nested && 'pl-4')}>
          {nested && <CornerDownRight className="size-3.5 text-faint" aria-hidden />}
          <RelativeTime at={signal.receivedAt} />
        </span>
      </TableCell>
      <TableCell className="w-full max-w-0">
        <button
          type="button"
          onClick={() => onOpen(signal.id)}
          className="block min-h-6 max-w-full truncate rounded-r1 text-left font-medium hover:text-accent"
        >
          {signal.title ||
            (signal.outcome === 'rejected'
              ? say('signals.refused-request')
              : say('signals.without-title'))}
        </button>
        {signal.reason !== undefined && (
          <p className="truncate text-hint text-muted" title={saySentence(signal.reason)}>
            {saySentence(signal.reason)}
          </p>
        )}
        {fold && (
          <button
            type="button"
            aria-expanded={fold.open}
            onClick={fold.toggle}
            className="flex min-h-6 items-center gap-0.5 rounded-r1 text-hint font-medium text-wait"
          >
            <ChevronRight
              className={classNames('size-3.5', fold.open && 'rotate-90')}
              aria-hidden
            />
            {say('signals.suppressed-count', { count: signal.suppressedCount })}
          </button>
        )}
      </TableCell>
      <TableCell>
        <OutcomeChip outcome={signal.outcome} statusCode={signal.statusCode} />
      </TableCell>
      <TableCell className="max-w-52">
        <span className="block truncate">{signal.triggerName ?? say('signals.unknown')}</span>
        {signal.flowName !== undefined && (
          <span className="block truncate text-hint text-muted">{signal.flowName}</span>
        )}
      </TableCell>
      <TableCell className="max-w-36 truncate text-muted max-[1200px]:hidden">
        {signal.userName ?? '–'}
      </TableCell>
      <TableCell className="w-px whitespace-nowrap">
        {signal.requestId !== undefined && signal.flowId !== undefined ? (
          <Link to={`/runs?run=${signal.requestId}`} className="font-medium text-accent">
            {say('signals.show')}
          </Link>
        ) : (
          <span className="text-faint">–</span>
        )}
      </TableCell>
    </TableRow>
  );
}
