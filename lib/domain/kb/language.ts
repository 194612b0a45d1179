import { scriptOfCharacter } from './han-variants.ts';
import { foldRomanian } from './stem-romanian.ts';
import { ENGLISH_STOP_WORDS, ROMANIAN_STOP_WORDS } from './stop-words.ts';

const HANT_REGIONS = /(?:^|-)(?:hant|tw|hk|mo)(?:-|$)/;

/** A BCP 47 tag as the index compares them: `zh-Hans` or `zh-Hant` for Chinese, else the primary language, `und` if none. */
export function normaliseLanguage(tag: string): string {
  const lower = tag.trim().toLowerCase().replaceAll('_', '-');
  const primary = lower.split('-')[0] ?? '';
  if (primary === 'zh' || primary === 'cmn' || primary === 'yue') {
    return HANT_REGIONS.test(lower) && !lower.includes('hans') ? 'zh-Hant' : 'zh-Hans';
  }
  return primary === '' || primary === 'mul' ? 'und' : primary;
}

/** Whether two normalised languages are one language, be it in two scripts. */
export function isSameLanguage(one: string, other: string): boolean {
  return one.split('-')[0] === other.split('-')[0];
}

const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LATIN_WORD = /\p{Script=Latin}+(?:'\p{Script=Latin}+)?/gu;
const ROMANIAN_LETTER = /[ăâîșşțţ]/;
/** Words of both lists, or short enough to occur in any language, prove nothing. */
const AMBIGUOUS = new Set(
  `a i o e in an am as are do me no on or the un de la se pe id im so he va ma ne te tu el al le si sa mi ti ta care mine pot was
  will has once dont over under`.split(/\s+/),
);
const ENGLISH_PROOF = new Set([...ENGLISH_STOP_WORDS].filter((word) => !AMBIGUOUS.has(word)).concat('the'));
const ROMANIAN_PROOF = new Set([...ROMANIAN_STOP_WORDS].filter((word) => !AMBIGUOUS.has(word)));

function chineseScript(characters: readonly string[]): 'zh-Hans' | 'zh-Hant' {
  let balance = 0;
  for (const character of characters) {
    const script = scriptOfCharacter(character);
    if (script === 'Hant') balance++;
    else if (script === 'Hans') balance--;
  }
  return balance > 0 ? 'zh-Hant' : 'zh-Hans';
}

/**
 * The language of a text: `en`, `ro`, `zh-Hans`, `zh-Hant`, or `und` where nothing proves one of them. Chinese where it
 * has at least as many characters as there are Latin words, the other two by their function words and letters.
 * At most the first 4,000 characters are read.
 */
export function detectLanguage(text: string): string {
  const start = text.slice(0, 4000).normalize('NFC').toLowerCase().replace(/[’‘ʼ]/g, "'");
  const words = start.match(LATIN_WORD) ?? [];
  const han = start.match(HAN) ?? [];
  if (han.length > 0 && !KANA.test(start) && han.length >= words.length) return chineseScript(han);
  let english = 0;
  let romanian = 0;
  for (const word of words) {
    const isRomanianSpelling = ROMANIAN_LETTER.test(word);
    const folded = foldRomanian(word);
    if (ENGLISH_PROOF.has(word)) english++;
    if (ROMANIAN_PROOF.has(folded)) romanian++;
    else if (isRomanianSpelling) romanian += 0.5;
  }
  if (english === romanian) return 'und';
  return english > romanian ? 'en' : 'ro';
}
