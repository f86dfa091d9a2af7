/** A category of one of the four trees. A ticket takes its `value`, the path through the tree. */
export interface Category {
  readonly id: number;
  readonly guid: string;
  readonly value: string;
  readonly category_name: string;
  readonly type_id: number;
  readonly sla_id: number;
  readonly priority_id: number;
  readonly itilrequesttype: number;
}

/** The categories of the stock instance. */
export const categories: readonly Category[] = [
  category(101, 1, 'Applications'),
  category(102, 1, 'Applications>Antares'),
  category(103, 1, 'Applications>Payments'),
  category(104, 1, 'Hardware'),
  category(105, 1, 'Hardware>Laptop'),
  category(106, 1, 'Network'),
  category(107, 1, 'Network>VPN'),
  category(201, 2, 'Software fault'),
  category(202, 2, 'Capacity'),
  category(203, 2, 'Human error'),
  category(301, 3, 'Restarted'),
  category(302, 3, 'Rolled back'),
  category(401, 4, 'Detected by monitoring'),
  category(402, 4, 'Reported by a user'),
];

function category(id: number, type: number, value: string): Category {
  return {
    id,
    guid: `00000000-0000-4000-9200-${String(id).padStart(12, '0')}`,
    value,
    category_name: value.split('>').at(-1) ?? value,
    type_id: type,
    sla_id: 0,
    priority_id: 0,
    itilrequesttype: 0,
  };
}
