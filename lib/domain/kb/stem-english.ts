/*
 * The English Snowball stemmer ("Porter2"), https://snowballstem.org/algorithms/english/stemmer.html.
 * Written here because the npm packages that hold it hold thirty languages as well (870 kB), and a
 * service worker pays for every byte each time it wakes. A test compares it with such a package word by word.
 */

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word): [string, string] => [word, word]),
]);
/** Left alone once a plural ending is gone. */
const FINAL_AFTER_1A: ReadonlySet<string> = new Set([
  'inning',
  'outing',
  'canning',
  'herring',
  'earring',
  'proceed',
  'exceed',
  'succeed',
]);

const STEP_2: readonly (readonly [string, string])[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', ''],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const STEP_4 = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic'.split(' ');

const VOWEL = /[aeiouy]/;
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
/** A short syllable at the end: vowel, then a consonant other than w, x, Y; or a vowel at the start and one consonant. */
const SHORT_SYLLABLE = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/;
const REGION = /[aeiouy][^aeiouy]/;

function regionAfter(word: string, from: number): number {
  const found = REGION.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

function markConsonantY(word: string): string {
  return word.replace(/^y|([aeiouy])y/g, (_, vowel: string | undefined) => (vowel === undefined ? 'Y' : `${vowel}Y`));
}

function step1a(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
  if (word.endsWith('us') || word.endsWith('ss') || !word.endsWith('s')) return word;
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function step1b(word: string, r1: number): string {
  const ending = /(?:eedly|ingly|edly|eed|ing|ed)$/.exec(word)?.[0];
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  if (ending.startsWith('eed')) return stem.length >= r1 ? `${stem}ee` : word;
  if (!VOWEL.test(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (DOUBLE.test(stem)) return stem.slice(0, -1);
  return r1 >= stem.length && SHORT_SYLLABLE.test(stem) ? `${stem}e` : stem;
}

function step2(word: string, r1: number): string {
  for (const [ending, replacement] of STEP_2) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < r1) return word;
    if (ending === 'ogi' && !stem.endsWith('l')) return word;
    if (ending === 'li' && !/[cdeghkmnrt]$/.test(stem)) return word;
    return stem + replacement;
  }
  return word;
}

function step3(word: string, r1: number, r2: number): string {
  for (const [ending, replacement] of STEP_3) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    return stem.length < (ending === 'ative' ? r2 : r1) ? word : stem + replacement;
  }
  return word;
}

function step4(word: string, r2: number): string {
  const ending = STEP_4.find((candidate) => word.endsWith(candidate));
  if (ending === undefined) return word;
  const stem = word.slice(0, -ending.length);
  if (stem.length < r2 || (ending === 'ion' && !/[st]$/.test(stem))) return word;
  return stem;
}

function step5(word: string, r1: number, r2: number): string {
  const stem = word.slice(0, -1);
  if (word.endsWith('e')) return stem.length >= r2 || (stem.length >= r1 && !SHORT_SYLLABLE.test(stem)) ? stem : word;
  return word.endsWith('ll') && stem.length >= r2 ? stem : word;
}

/** The stem of a lower-case English word in a-z and straight apostrophes. Words of one or two letters come back as they are. */
export function stemEnglish(word: string): string {
  if (word.length < 3) return word;
  const special = SPECIAL.get(word);
  if (special !== undefined) return special;
  let stem = markConsonantY(word.startsWith("'") ? word.slice(1) : word);
  const prefix = /^(?:gener|commun|arsen)/.exec(stem)?.[0].length;
  const r1 = prefix ?? regionAfter(stem, 0);
  const r2 = regionAfter(stem, r1);
  stem = step1a(stem.replace(/'(?:s'?)?$/, ''));
  if (FINAL_AFTER_1A.has(stem)) return stem;
  stem = step1b(stem, r1);
  if (stem.length > 2) stem = stem.replace(/([^aeiouy])[yY]$/, '$1i');
  stem = step5(step4(step3(step2(stem, r1), r1, r2), r2), r1, r2);
  return stem.toLowerCase();
}
