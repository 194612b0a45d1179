import type { Channel } from '../ticket-record.ts';

/** Which editor writes a reply: it decides whether the content is HTML or text. */
export type EditorKind = 'rich' | 'plain';

const english = ['Kind regards,', 'Robin Hale', 'Larkfield Broadband support'];
const signatures: Record<string, readonly string[]> = {
  en: english,
  ro: ['Cu stimă,', 'Robin Hale', 'Asistență Larkfield Broadband'],
  'zh-Hans': ['此致', 'Robin Hale', 'Larkfield 宽带客服'],
  'zh-Hant': ['此致', 'Robin Hale', 'Larkfield 寬頻客服'],
};
/** A signature that the agent wrote into is the agent's text, and is never taken away. */
const untouched = new Set(Object.values(signatures).map((lines) => lines.join('')));
const plainMark = '\n-- \n';

/** What an untouched composer holds: a line to write on and, in a public reply, the signature. */
export function freshContent(kind: EditorKind, mode: Channel, language: string): string {
  const empty = kind === 'rich' ? '<p></p>' : '';
  return mode === 'public' ? withSignature(kind, empty, language) : empty;
}

/** The same words in the other channel: only a public reply is signed. */
export function contentForMode(kind: EditorKind, content: string, mode: Channel, language: string): string {
  const unsigned = withoutSignature(kind, content);
  return mode === 'public' ? withSignature(kind, unsigned, language) : unsigned;
}

/** Whether there is nothing in it but the signature. */
export function isBlank(kind: EditorKind, content: string): boolean {
  const unsigned = withoutSignature(kind, content);
  if (kind === 'plain') return unsigned.trim() === '';
  const { body } = parse(unsigned);
  return body.textContent?.trim() === '' && !body.querySelector('img, table');
}

/** What is sent: the HTML as it is, or text with a paragraph for each block of lines. */
export function contentAsHtml(kind: EditorKind, content: string): string {
  if (kind === 'rich') return content;
  const page = document.implementation.createHTMLDocument('');
  for (const block of content.trim().split(/\n{2,}/)) {
    const paragraph = page.createElement('p');
    block.split('\n').forEach((line, index) => {
      if (index > 0) paragraph.append(page.createElement('br'));
      paragraph.append(line);
    });
    page.body.append(paragraph);
  }
  return page.body.innerHTML;
}

function withSignature(kind: EditorKind, unsigned: string, language: string): string {
  const lines = signatures[language] ?? english;
  if (kind === 'plain') return `${unsigned}\n${plainMark}${lines.join('\n')}`;
  if (parse(unsigned).querySelector('[data-signature]')) return unsigned;
  return `${unsigned}<p data-signature="true">${lines.join('<br>')}</p>`;
}

function withoutSignature(kind: EditorKind, content: string): string {
  if (kind === 'plain') {
    const at = content.lastIndexOf(plainMark);
    return at < 0 ? content : content.slice(0, at).replace(/\n$/, '');
  }
  const { body } = parse(content);
  for (const signature of body.querySelectorAll('[data-signature]')) {
    if (untouched.has(signature.textContent ?? '')) signature.remove();
  }
  return body.innerHTML;
}

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
