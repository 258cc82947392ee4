import { decoded, fold } from '../../reference/fold.ts';
import { LIKELY_FROM, SURE_FROM } from '../../reference/url.ts';
import { ORDER, one } from '../example.ts';
import { focus, rowFinding, short } from '../finding.ts';
import { linked } from '../look.ts';
import type { PositionRule, RuleExamples } from '../types.ts';

/** The word of the address as it is written there: signs are folded («nevs» for «news»), people are not. */
function asWritten(url: URL, sign: string): string {
  const parts =
    decoded(url.pathname)
      .slice(0, 2000)
      .match(/[\p{L}'’`]+/gu) ?? [];
  return parts.find((part) => fold(part.normalize('NFC')) === sign) ?? sign;
}

/** A link to a news feed or an item of one, by its address. */
export const rule: PositionRule = {
  id: 'news-link',
  severity: 'error',
  scope: 'position',
  source: 'rules.sources.materials',
  check(position) {
    return linked(position).flatMap((look) => {
      const { kind, certainty, signs } = look.kind;
      if (!look.address.ok || kind !== 'news' || certainty < LIKELY_FROM) return [];
      const verdict = certainty >= SURE_FROM ? 'wrong' : 'doubtful';
      return [
        rowFinding('news-link', ['error', verdict], position, look, 'url', {
          ...(verdict === 'doubtful' ? { variant: 'doubtful' } : {}),
          params: { sign: short(asWritten(look.address.url, signs[0] ?? ''), 40) },
          fixes: [focus(look, 'url')],
        }),
      ];
    });
  },
};

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    one('a feed', [['https://shkola5.example.ru/novosti/', 'с. 1']]),
    one('an item', [['https://uo.example.ru/index.php/nowosti/50-najdi-svoyu-zvezdu', 'с. 1']]),
    one('in Cyrillic', [['https://школа.рф/новости/итоги-недели', 'с. 1']]),
    one('a headline', [['https://gorod.example.ru/v-shkolah-goroda-startoval-konkurs-chtecov', 'с. 1']]),
  ],
  fine: [
    one('a file', [ORDER]),
    one('a regulation published in a feed', [
      ['https://uo.example.ru/novosti/447-polozhenie-o-konkurse-chtecov', 'с. 1'],
    ]),
    one('a file kept with the news', [['https://uo.example.ru/news/files/otchet.pdf', 'с. 1']]),
  ],
});
