import { describe, expect, it } from 'vitest';
import { createTokeniser, type Stemmer } from '#lib/domain/kb/tokenise.ts';

function terms(text: string, stemmer: Stemmer): string[] {
  const found: string[] = [];
  createTokeniser(stemmer)(text.normalize('NFC'), (term) => found.push(term));
  return found;
}

describe('createTokeniser', () => {
  it('stems English words and leaves stop words out', () => {
    expect(terms('The routers were disconnecting again', 'english')).toEqual(['router', 'disconnect']);
  });

  it('takes a curly apostrophe for a straight one', () => {
    expect(terms('I can’t open the customer’s bills', 'english')).toEqual(
      terms("I can't open the customer's bills", 'english'),
    );
    expect(terms('can’t', 'english')).toEqual([]);
  });

  it('keeps codes, versions and numbers as they are', () => {
    expect(terms('Error E203 on 192.168.1.1, firmware 5.0.3', 'english')).toEqual([
      'error',
      'e203',
      '192.168.1.1',
      'firmwar',
      '5.0.3',
    ]);
  });

  it('finds Romanian words however their diacritics are written', () => {
    const [comma, cedilla, none] = ['Plățile întârziate', 'Plăţile întârziate', 'Platile intarziate'].map((text) =>
      terms(text, 'romanian'),
    );
    expect(comma).toEqual(none);
    expect(cedilla).toEqual(none);
    expect(none).toHaveLength(2);
  });

  it('cuts Chinese into pairs, and a run of one character into that character', () => {
    expect(terms('宽带账单', 'english')).toEqual(['宽带', '带账', '账单']);
    expect(terms('网 X1', 'english')).toEqual(['网', 'x1']);
  });

  it('never spans a particle by a pair', () => {
    expect(terms('我的账单', 'english')).toEqual(['我', '账单']);
  });

  it('gives Traditional and Simplified text the same terms', () => {
    expect(terms('寬頻帳單', 'english')).toEqual(
      terms('宽频账单', 'english').map((term) => term.replaceAll('账', '帐')),
    );
    expect(terms('網路設定', 'english')).toEqual(terms('网路设定', 'english'));
  });

  it('splits Latin words from the Chinese around them', () => {
    expect(terms('重启WiFi路由器', 'english')).toEqual(['重启', 'wifi', '路由', '由器']);
  });

  it('says where in the text each term stands', () => {
    const places: string[] = [];
    const text = 'Câmpul E203 重启中';
    createTokeniser('romanian')(text, (_, start, end) => places.push(text.slice(start, end)));
    expect(places).toEqual(['Câmpul', 'E203', '重启', '启中']);
  });

  it('reads full-width letters and digits as ordinary ones', () => {
    expect(terms('Ｅ２０３', 'none')).toEqual(['e203']);
  });
});
