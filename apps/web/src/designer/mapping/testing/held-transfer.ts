/** A clipboard or drag that only holds texts by type: jsdom has none of its own. */
export function heldTransfer(held: Readonly<Record<string, string>> = {}): DataTransfer {
  const data = new Map(Object.entries(held));
  const transfer = {
    effectAllowed: 'uninitialized',
    dropEffect: 'none',
    get types() {
      return [...data.keys()];
    },
    getData: (type: string) => data.get(type) ?? '',
    setData: (type: string, text: string) => {
      data.set(type, text);
    },
  };
  return transfer as unknown as DataTransfer;
}
