/** A text in the two forms that Halo answers with. */
export interface TwoForms {
  readonly plain: string;
  readonly html: string;
}

/**
 * Reads a text that came as plain text, as HTML, or as HTML in the plain field, which also works.
 * Undefined when neither was sent.
 */
export function ticketText(
  plain: string | undefined,
  html: string | undefined,
): TwoForms | undefined {
  if (html !== undefined) return { plain: plain ?? withoutTags(html), html };
  if (plain === undefined) return undefined;
  if (/<[a-z][^>]*>/i.test(plain)) return { plain: withoutTags(plain), html: plain };
  return { plain, html: plain === '' ? '' : `<p>${escape(plain).replaceAll('\n', '<br>')}</p>` };
}

function withoutTags(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(p|div|li|h\d)>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim();
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
