/* What a mail adds to what its writer says, in English, Chinese and Romanian. All patterns are matched against one line. */

const QUOTED_LINE = /^\s*[>＞|│]/;
const HARD_QUOTE =
  /^\s*[-_—=]{2,}\s*(?:original message|forwarded message|reply above this line|原始邮件|原始郵件|转发的?邮件|轉寄的?郵件|mesaj(?:ul)? original|mesaj redirec[țţt]ionat)\s*[-_—=]*\s*$/i;
const SOFT_QUOTE =
  /^\s*(?:on\s.{5,200}\swrote\s*[:：]|(?:în|in|la|pe)\s.{5,200}\sa\sscris\s*[:：]|[在于於]?\s*\d{4}\s*[年/-].{1,200}(?:写道|寫道|撰写|撰寫)\s*[:：]|.{1,100}(?:于|於).{4,60}(?:写道|寫道)\s*[:：])\s*$/i;
const SOFT_QUOTE_START =
  /^\s*(?:on\s.{5,200}|(?:în|in|pe)\s.{5,200}\d{4}.{0,100}|[在于於]?\s*\d{4}\s*[年/-].{1,200})$/i;
const HEADER_FROM = /^\s*\*?(?:from|de la|发件人|寄件者|寄件人)\*?\s*[:：]/i;
const HEADER_MORE =
  /^\s*\*?(?:sent|date|to|subject|trimis|data|c[aă]tre|subiect|发送时间|收件人|日期|主题|寄件日期|傳送時間|收件者|主旨)\*?\s*[:：]/i;
const SIGNATURE_MARK = /^\s*(?:--|—)\s*$/;
const CLOSING =
  /^\s*(?:(?:with |many |my )?(?:(?:best|kind|kindest|warm|warmest) )?(?:regards|wishes)|best|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|cheers|(?:many )?thanks(?: again| in advance| so much)?|thank you(?: very much| so much| in advance)?|thx|cu (?:stim[aă]|respect|drag|considera[țţt]ie)|toate cele bune|o zi (?:bun[aă]|frumoas[aă])|mul[țţt]umesc(?: anticipat| frumos)?|v[aă] mul[țţt]umesc(?: anticipat)?|numai bine|此致|敬礼|敬禮|敬上|祝好|顺颂商祺|順頌商祺|祝商祺|谢谢您?|謝謝您?|多谢|多謝)\s*[,.!，。！]*\s*$/i;
const DEVICE_LINE =
  /^\s*(?:sent from (?:my|yahoo|outlook|mail)\b.*|get outlook for .*|trimis de pe .*|发自我的.*|從我的.*傳送|從我的.*寄出|发自.{2,20})\s*$/i;
const CONTACT_LINE =
  /^\s*(?:(?:t|m|p|tel|phone|mobile|cell|fax|telefon|mobil|电话|電話|手机|手機)\s*[.:：]\s*)?(?:\+|0|\()[\d\s().\-/+]{6,24}$|^\s*(?:tel|phone|mobile|telefon|mobil|电话|電話|手机|手機)\s*[.:：].{5,30}$/i;
const GREETING =
  /^\s*(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|bun[aă](?: ziua| diminea[țţt]a| seara)?|salut(?:are)?|stimat[ăaei]{1,2}|您好|你好|嗨|尊敬的)(?![\p{Script=Latin}\d])(?:[ ,]+[\p{L}.'-]+){0,4}?\s*[,!.，！。:：、]+|(?:hi|hello|hey)(?: there| all| team| everyone)?\s*$)\s*/iu;
const ADDRESSES = /\b(?:https?:\/\/|www\.)\S+|\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}/g;
/** The rest of a longer message is a pasted log or a thread without marks. */
const MAX_LENGTH = 20_000;
const MAX_TAIL_LINES = 8;
const MAX_TAIL_LINE_LENGTH = 70;

/** Where the quoted remainder of a thread begins, or -1. `isRest` is false where only lines marked as quoted follow. */
function quoteStart(lines: readonly string[], at: number): { length: number; isRest: boolean } | null {
  const line = (lines[at] ?? '').trim();
  const next = (lines[at + 1] ?? '').trim();
  if (HARD_QUOTE.test(line)) return { length: 1, isRest: true };
  if (HEADER_FROM.test(line) && lines.slice(at + 1, at + 5).some((later) => HEADER_MORE.test(later))) {
    return { length: 1, isRest: true };
  }
  let length = 0;
  if (SOFT_QUOTE.test(line)) length = 1;
  else if (SOFT_QUOTE_START.test(line) && SOFT_QUOTE.test(`${line} ${next}`)) length = 2;
  if (length === 0) return null;
  const following = lines.slice(at + length).find((later) => later.trim() !== '');
  return { length, isRest: following === undefined || !QUOTED_LINE.test(following) };
}

function withoutQuotes(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const quote = quoteStart(lines, at);
    if (quote?.isRest && kept.some((line) => line.trim() !== '')) break;
    if (quote) at += quote.length - 1;
    else if (!QUOTED_LINE.test(lines[at] ?? '')) kept.push(lines[at] ?? '');
  }
  return kept;
}

/** Cuts a signature: all after its mark, or a closing formula with the few short lines under it. */
function withoutSignature(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  const isClosing = (line: string, at: number): boolean => {
    if (at <= start) return false;
    if (SIGNATURE_MARK.test(line)) return true;
    if (!CLOSING.test(line)) return false;
    const tail = lines.slice(at + 1).filter((later) => later.trim() !== '');
    return tail.length <= MAX_TAIL_LINES && tail.every((later) => later.length <= MAX_TAIL_LINE_LENGTH);
  };
  const end = lines.findIndex(isClosing);
  return end < 0 ? [...lines] : lines.slice(0, end);
}

function withoutGreeting(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines.map((line, at) => (at === first ? line.replace(GREETING, '') : line));
}

/**
 * The part of a message that its writer wrote for it: without quoted messages, signature, greeting, contact
 * lines and addresses. If nothing would remain, the message without its addresses.
 */
export function cleanMessage(message: string): string {
  const text = message.slice(0, MAX_LENGTH).replace(/\r\n?/g, '\n');
  const kept = withoutGreeting(withoutSignature(withoutQuotes(text.split('\n'))))
    .filter((line) => !DEVICE_LINE.test(line) && !CONTACT_LINE.test(line))
    .join('\n')
    .replace(ADDRESSES, ' ')
    .trim();
  return kept === '' ? text.replace(ADDRESSES, ' ').trim() : kept;
}
