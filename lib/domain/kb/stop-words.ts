/* Words that carry no subject. Romanian ones without diacritics, as the tokeniser compares them. */

const ENGLISH = `a about above after again against all also am an and any are aren't as at be because been before being
below between both but by can can't cannot could couldn't did didn't do does doesn't doing don't down during each few for
from further had hadn't has hasn't have haven't having he he'd he'll he's her here here's hers herself him himself his how
how's i i'd i'll i'm i've if in into is isn't it it's its itself let's me more most mustn't my myself no nor not of off on
once only or other ought our ours ourselves out over own same shan't she she'd she'll she's should shouldn't so some such
than that that's the their theirs them themselves then there there's these they they'd they'll they're they've this those
through to too under until up upon us very was wasn't we we'd we'll we're we've were weren't what what's when when's where
where's which while who who's whom why why's will with won't would wouldn't you you'd you'll you're you've your yours
yourself yourselves dont doesnt didnt cant wont isnt im ive id thats whats please`;

const ROMANIAN = `a abia acea aceasta aceea aceeasi acei aceia acel acela acelasi acele acelea acest acesta aceste acestea
acestei acestia acestui acolo acum adica ai aia al ala ale alea alt alta altceva altcineva alte altele altfel alti am an
anumit apoi ar are as asa asta astea astfel asupra atat ati atunci au avea avem aveti aici ba bine ca cand care careia
carora caruia cat catre ce cea ceea cei cel cele celor cine cineva cu cui cum cumva da daca dar dat de deci deja decat desi
despre desi din dintr dintre doar dumneavoastra dvs dupa e ea ei el ele era erau este eu eram esti face fara fi fie fiecare
fiind foarte fost i ia iar ii il imi in inainte inapoi intr intre intru isi iti la le li lor lui m ma mai mea mei mele mereu
mi mie mine mult multa multe multi n ne nici niciun nicio nimic niste noastra noastre noi nostri nostru nou nu o oi or ori
orice oricare pai pana pe pentru peste poate pot prea prin s sa sai sale sau se si sa sunt suntem sunteti sus spre t ta tai
tale tau te ti tie toata toate tot toti totusi tu tuturor un una unde undeva unei unele uneori unii unor unui unul va vi voastra voastre
voi vor vostri vostru voua vreau vreo vreun vom v-am as ati`;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

export const ENGLISH_STOP_WORDS = words(ENGLISH);
export const ROMANIAN_STOP_WORDS = words(ROMANIAN);
/** Chinese particles that stand between words: a bigram never spans one. Simplified forms. */
export const HAN_PARTICLES: ReadonlySet<string> = new Set('的了吗呢吧啊呀哦们');
