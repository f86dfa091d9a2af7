import type { Values } from '@sluice/schema';
import { ValueView } from './ValueView.tsx';

interface ValuesTableProps {
  readonly values: Values | undefined;
  /** The declarations of the values, for their labels and their order. */
  readonly labels: Readonly<Record<string, { readonly label: string }>> | undefined;
  /** Where each value can be downloaded whole, by its name. */
  readonly hrefOf?: (name: string) => string;
  /** Said when there are none. */
  readonly empty: string;
}

/** Inputs or outputs of a step, by their labels. */
export function ValuesTable({ values, labels, hrefOf, empty }: ValuesTableProps) {
  const names = namesInOrder(values ?? {}, labels);
  if (names.length === 0) return <p className="p-3 text-muted">{empty}</p>;
  return (
    <div className="@container">
      <table className="w-full table-fixed border-collapse">
        <tbody>
          {names.map((name) => (
            <tr key={name} className="border-b align-top last:border-b-0">
              <th
                scope="row"
                className="w-36 px-3 py-1.5 text-left font-medium break-words text-muted @md:w-40"
              >
                {labels?.[name]?.label ?? name}
              </th>
              <td className="px-3 py-1.5">
                <ValueView
                  value={values?.[name]}
                  label={labels?.[name]?.label ?? name}
                  {...(hrefOf && { href: hrefOf(name) })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Declared ones first, in the order declared. */
function namesInOrder(values: Values, labels: ValuesTableProps['labels']): readonly string[] {
  const declared = Object.keys(labels ?? {}).filter((name) => Object.hasOwn(values, name));
  const known = new Set(declared);
  return [...declared, ...Object.keys(values).filter((name) => !known.has(name))];
}
