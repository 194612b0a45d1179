import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { stemEnglish } from '#lib/domain/kb/stem-english.ts';
import { foldRomanian, stemRomanian, stemRomanianFolded } from '#lib/domain/kb/stem-romanian.ts';

interface SnowballFactory {
  newStemmer(language: string): { stem(word: string): string };
}
const snowball: SnowballFactory = createRequire(import.meta.url)('snowball-stemmers');

const ENGLISH_ENDINGS =
  's es ies ied sses us ss ing ed eed edly ingly eedly ization ational fulness ousness biliti li ogi alize icate ative ness ful ement able ment ent ion tion ous y e ll er al ism ize abli entli';
const ROMANIAN_ENDINGS =
  'abilitate abilitati abilităi abilităţi ibilitate ivitate icitate icator iciv ical ativ aţiune atoare ator ător itiv iţiune itor at ata ată uta it ic ica abil ibila oasa os oşi ant ator itate ităţi iv iune uni ţiune ism isme ist işti are ere ire âre ind ând eze ească ez ează esc eşti am ai au eam ea eaţi iau ui aşi arăm arăţi ură irăm âi âră asem aseşi useră ăm aţi em eţi im âm seşi serăm sei sese seseră a e i ie ă ul ului aua ele elor ii iua iei iile ilor ile atei aţie aţia abile';

/** Words made of letters and endings by a fixed sequence: the same each time, and reaching every rule. */
function* madeWords(letters: string, endings: readonly string[], count: number): Generator<string> {
  let state = 20_261_122;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
  for (let made = 0; made < count; made++) {
    let word = '';
    for (let length = 1 + below(6); length > 0; length--) word += letters[below(letters.length)] ?? '';
    for (let number = below(3); number > 0; number--) word += endings[below(endings.length)] ?? '';
    yield word;
  }
}

describe('stemEnglish', () => {
  it('gives what the published stemmer gives, word by word', () => {
    const published = snowball.newStemmer('english');
    const special =
      "skis skies dying lying tying idly gently ugly early only singly sky news howe atlas cosmos bias andes inning innings outing canning herring earring proceed proceeds exceeded succeeding generate generously communism arsenal customer's dogs' 's 'tis yes by say enjoy youth boyish";
    const words = [...special.split(' '), ...madeWords('aeiouybcdghklmnrstwx', ENGLISH_ENDINGS.split(' '), 40_000)];
    const differing = words.filter((word) => stemEnglish(word) !== published.stem(word));
    expect(differing).toEqual([]);
  });

  it('brings the forms of a word together', () => {
    expect(['connect', 'connected', 'connecting', 'connection', 'connections'].map(stemEnglish)).toEqual(
      Array(5).fill('connect'),
    );
  });
});

describe('stemRomanian', () => {
  it('gives what the published stemmer gives, word by word', () => {
    const published = snowball.newStemmer('romanian');
    const words = [...madeWords('aeiouăâîbcdlmnrstţşpvz', ROMANIAN_ENDINGS.split(' '), 60_000)];
    const differing = words.filter((word) => stemRomanian(word) !== published.stem(word));
    expect(differing).toEqual([]);
  });
});

describe('stemRomanianFolded', () => {
  it('gives one stem for a word with commas, with cedillas and without diacritics', () => {
    for (const forms of ['plăți plăţi plati', 'conexiunile', 'reclamațiile reclamaţiile reclamatiile']) {
      const stems = new Set(forms.split(' ').map((form) => stemRomanianFolded(foldRomanian(form))));
      expect([forms, stems.size]).toEqual([forms, 1]);
    }
  });

  it('brings the forms of a noun together', () => {
    const stems = ['factură', 'facturi', 'facturii', 'facturile', 'facturilor'].map((form) =>
      stemRomanianFolded(foldRomanian(form)),
    );
    expect(new Set(stems)).toEqual(new Set(['factur']));
  });
});
