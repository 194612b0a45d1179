import type { BodyFormat } from './field-names.ts';

const HTML_TAG =
  /<(?:!doctype|\/?(?:p|div|br|[uo]l|li|h[1-6]|table|t[rdh]|span|strong|em|b|i|u|a|img|pre|code|blockquote|hr|section|article|html|body|font))(?=[\s/>])[^>]*>/i;
const MARKDOWN =
  /^ {0,3}(?:#{1,6} \S|[-*+] \S|\d{1,9}[.)] \S|> |```|~~~|\|.*\|[ \t]*$)|\*\*\S|\]\((?:https?:|mailto:|tel:|\/|#|\.)/m;

/** Tells how a body of unstated format is marked up: any usual tag means HTML, any usual sign Markdown. */
export function detectBodyFormat(text: string): Exclude<BodyFormat, 'auto'> {
  if (HTML_TAG.test(text)) return 'html';
  return MARKDOWN.test(text) ? 'markdown' : 'text';
}
