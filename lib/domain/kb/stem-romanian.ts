/*
 * The Romanian Snowball stemmer, https://snowballstem.org/algorithms/romanian/stemmer.html, for text written
 * with or without its diacritics: with `foldRomanian` the word and every ending lose them, so that "plăți",
 * "plăţi" and "plati" meet. A test compares the unfolded form with the published implementation word by word.
 */

interface Endings {
  /** Ending to replacement; the longest ending that matches decides. */
  readonly map: ReadonlyMap<string, string>;
  readonly longest: number;
}

interface Tables {
  readonly step0: Endings;
  readonly combined: Endings;
  readonly standard: Endings;
  readonly verbAfterConsonant: ReadonlySet<string>;
  readonly verb: Endings;
}

const persons = (stem: string): string[] => ['m', 'ţi', ''].map((end) => `${stem}${end}`);
const forms = (stem: string, ends: string): string[] => ends.split(' ').map((end) => stem + end.replace('-', ''));
const ADJECTIVE = '- a e i ă';

const STEP_0: Record<string, string[]> = {
  '': ['ul', 'ului'],
  a: ['aua'],
  e: ['ea', 'ele', 'elor'],
  i: ['ii', 'iua', 'iei', 'iile', 'iilor', 'ilor', 'ile'],
  at: ['atei'],
  aţi: ['aţie', 'aţia'],
};
const COMBINED: Record<string, string[]> = {
  abil: forms('abilit', 'ate ati ăi ăţi'),
  ibil: ['ibilitate'],
  iv: forms('ivit', 'ate ati ăi ăţi'),
  ic: [
    ...forms('icit', 'ate ati ăi ăţi'),
    'icator',
    'icatori',
    ...forms('iciv', ADJECTIVE),
    ...forms('ical', ADJECTIVE),
  ],
  at: [...forms('ativ', ADJECTIVE), 'aţiune', ...forms('at', 'oare or ori'), ...forms('ăt', 'oare or ori')],
  it: [...forms('itiv', ADJECTIVE), 'iţiune', ...forms('it', 'oare or ori')],
};
const STANDARD: Record<string, string[]> = {
  '': [
    ...['at', 'ut', 'it', 'ic', 'abil', 'ibil', 'ant', 'iv'].flatMap((stem) => forms(stem, ADJECTIVE)),
    ...['oasa', 'oasă', 'oase', 'os', 'osi', 'oşi', 'ator', 'atori', 'itate', 'itati', 'ităi', 'ităţi'],
  ],
  t: ['iune', 'iuni'],
  ist: ['ism', 'isme', ...forms('ist', ADJECTIVE), 'işti'],
};
const VERB_AFTER_CONSONANT: string[] = [
  ...'are ere ire âre ind ând indu ându eze ească ez ezi ează esc eşti eşte ăsc ăşti ăşte'.split(' '),
  ...'am ai au eam eai ea eaţi eau iam iai ia iaţi iau ui âi'.split(' '),
  ...['a', 'u', 'i', 'â'].flatMap((vowel) => [
    `${vowel}şi`,
    ...persons(`${vowel}ră`),
    `${vowel}sem`,
    `${vowel}seşi`,
    `${vowel}se`,
    ...persons(`${vowel}seră`),
  ]),
];
const VERB: Record<string, string[]> = {
  '': [
    ...'ăm aţi em eţi im iţi âm âţi seşi sei se sesem seseşi sese'.split(' '),
    ...persons('seră'),
    ...persons('seseră'),
  ],
};

const PLAIN_LETTER: Readonly<Record<string, string>> = { ă: 'a', â: 'a', î: 'i', ș: 's', ş: 's', ț: 't', ţ: 't' };

/** Romanian text with its five extra letters written a, i, s, t (both the comma and the cedilla forms). */
export function foldRomanian(text: string): string {
  return text.replace(/[ăâîșşțţ]/g, (letter) => PLAIN_LETTER[letter] ?? letter);
}

function endings(table: Record<string, string[]>, fold: (text: string) => string): Endings {
  const map = new Map<string, string>();
  for (const [replacement, list] of Object.entries(table)) {
    for (const ending of list) if (!map.has(fold(ending))) map.set(fold(ending), fold(replacement));
  }
  return { map, longest: Math.max(...[...map.keys()].map((ending) => ending.length)) };
}

function tables(fold: (text: string) => string, leavesOut: readonly string[] = []): Tables {
  const afterConsonant = new Set(VERB_AFTER_CONSONANT.filter((ending) => !leavesOut.includes(ending)).map(fold));
  return {
    step0: endings(STEP_0, fold),
    combined: endings(COMBINED, fold),
    standard: endings(STANDARD, fold),
    verbAfterConsonant: afterConsonant,
    verb: endings({ '': [...afterConsonant, ...(VERB[''] ?? [])] }, fold),
  };
}

function longestEnding(word: string, table: Endings, from = 0): string | undefined {
  for (let length = Math.min(table.longest, word.length - from); length > 0; length--) {
    const ending = word.slice(word.length - length);
    if (table.map.has(ending)) return ending;
  }
  return undefined;
}

function replaceEnding(word: string, ending: string, replacement: string): string {
  return word.slice(0, word.length - ending.length) + replacement;
}

const VOWEL = 'aeiouâîă';
const isVowel = (letter: string | undefined): boolean => letter !== undefined && VOWEL.includes(letter);

function next(word: string, from: number, vowel: boolean): number {
  for (let at = from; at < word.length; at++) if (isVowel(word[at]) === vowel) return at + 1;
  return -1;
}

/** Where RV begins, as the Snowball definition has it. */
function verbRegion(word: string): number {
  const second = word[1];
  if (second === undefined) return word.length;
  let at: number;
  if (isVowel(word[0])) at = next(word, 2, !isVowel(second));
  else at = isVowel(second) ? (word.length >= 3 ? 3 : -1) : next(word, 2, true);
  return at < 0 ? word.length : at;
}

function regionAfter(word: string, from: number): number {
  const vowel = next(word, from, true);
  const at = vowel < 0 ? -1 : next(word, vowel, false);
  return at < 0 ? word.length : at;
}

/** u and i between vowels count as consonants and are written in upper case meanwhile. */
function markConsonants(word: string): string {
  let marked = word;
  for (let at = 1; at + 1 < marked.length; at++) {
    const letter = marked[at];
    if ((letter === 'u' || letter === 'i') && isVowel(marked[at - 1]) && isVowel(marked[at + 1])) {
      marked = marked.slice(0, at) + letter.toUpperCase() + marked.slice(at + 1);
    }
  }
  return marked;
}

function stem(word: string, use: Tables): string {
  let rest = markConsonants(word);
  const rv = verbRegion(rest);
  const r1 = regionAfter(rest, 0);
  const r2 = r1 < rest.length ? regionAfter(rest, r1) : rest.length;

  let ending = longestEnding(rest, use.step0);
  if (ending !== undefined && rest.length - ending.length >= r1) {
    const isExempt = ending === 'ile' && rest.endsWith('abile');
    if (!isExempt) rest = replaceEnding(rest, ending, use.step0.map.get(ending) ?? '');
  }
  let isStandard = false;
  for (;;) {
    ending = longestEnding(rest, use.combined);
    if (ending === undefined || rest.length - ending.length < r1) break;
    rest = replaceEnding(rest, ending, use.combined.map.get(ending) ?? '');
    isStandard = true;
  }
  ending = longestEnding(rest, use.standard);
  if (ending !== undefined && rest.length - ending.length >= r2) {
    const isNoun = ending === 'iune' || ending === 'iuni';
    const before = rest[rest.length - ending.length - 1];
    if (!isNoun) rest = replaceEnding(rest, ending, use.standard.map.get(ending) ?? '');
    else if (before === 'ţ' || (use === FOLDED && before === 't')) rest = replaceEnding(rest, before + ending, 't');
    isStandard = isStandard || !isNoun || rest.endsWith('t');
  }
  if (!isStandard) rest = stripVerb(rest, rv, use);
  return stripVowel(rest, rv).toLowerCase();
}

function stripVerb(word: string, rv: number, use: Tables): string {
  const ending = longestEnding(word, use.verb, rv);
  if (ending === undefined) return word;
  if (use.verbAfterConsonant.has(ending)) {
    const at = word.length - ending.length - 1;
    const before = at >= rv ? word[at] : undefined;
    if (before === undefined || (isVowel(before) && before !== 'u')) return word;
  }
  return replaceEnding(word, ending, '');
}

function stripVowel(word: string, rv: number): string {
  const ending = /(?:ie|[aeiă])$/.exec(word)?.[0];
  return ending !== undefined && word.length - ending.length >= rv ? replaceEnding(word, ending, '') : word;
}

const EXACT = tables((text) => text);
/**
 * "They did so" (-ară, -ură …) is rarely written to a help desk, and cuts "factură" to "fact" but "facturi" to "factur".
 */
const FOLDED = tables(foldRomanian, ['ară', 'ură', 'iră', 'âră']);

/** The stem of a lower-case Romanian word written with ş and ţ (cedilla, as the algorithm's definition has them). */
export function stemRomanian(word: string): string {
  return stem(word, EXACT);
}

/** The stem of a lower-case Romanian word whose diacritics were taken off by {@link foldRomanian}. */
export function stemRomanianFolded(word: string): string {
  return stem(word, FOLDED);
}
