import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, words } from '../../lib/reference/fold.ts';
import { LIKELY_FROM, urlKind } from '../../lib/reference/url.ts';

const kind = (address: string): string => {
  const found = urlKind(address);
  return found.certainty >= LIKELY_FROM ? found.kind : 'unsure';
};

describe('fold', () => {
  it.each([
    ['meropriyatiya', 'meroprijatija', 'мероприятия', 'meropriiatiia'],
    ['novosti', 'nowosti', 'новости', 'Новости'],
    ['sobytiya', 'sobitija', 'события'],
    ['postanovlenie', 'постановление', 'postanovlenije'],
    ['soveschanie', 'soveshhanie', 'совещание', 'soveshchanie'],
    ['obyavleniya', 'objavlenija', 'объявления'],
  ])('%s and its kin are one word', (...all) => {
    expect(new Set(all.map(fold)).size).toBe(1);
  });
  it('splits segments into words', () => {
    expect(words('%D0%BF%D1%80%D0%B8%D0%BA%D0%B0%D0%B7-12_od')).toEqual(['prikaz', '12', 'od']);
    expect(words('%CF%F0')).toEqual(['cf', 'f', '0']);
  });
});

describe('urlKind', () => {
  it.each([
    ['https://school.example.ru/novosti/', 'news'],
    ['https://school.example.ru/index.php/novosti/50-najdi-svoyu-zvezdu', 'news'],
    ['https://school.example.ru/новости/итоги', 'news'],
    ['https://sh5-r45.gosweb.gosuslugi.ru/roditelyam-i-uchenikam/novosti/novosti-193_916.html', 'news'],
    ['https://uo.example.ru/press-tsentr/1234/', 'news'],
    ['https://uo.ucoz.example.ru/blog/den_znanij/2017-09-02-537', 'news'],
    ['https://uo.example.ru/2022/12/20/itogi-goda', 'news'],
    ['https://uo.example.ru/?m=20220708', 'news'],
    ['https://uo.example.ru/index.php?type=news&id=5', 'news'],
    ['https://gorod.example.ru/v-gorode-sostoyalsya-konkurs-chtecov', 'news'],
    ['https://school.example.ru/polozhenie-o-konkurse-chtecov', 'document'],
    ['https://school.example.ru/novosti/prikaz-12-ob-itogah-konkursa', 'document'],
    ['https://school.example.ru/2015/03/10/постановление-№-563/', 'document'],
    ['https://school.example.ru/file/card?id=5', 'document'],
    ['https://school.example.ru/file/download?id=5', 'file'],
    ['https://school.example.ru/news/otchet.pdf?x=1', 'file'],
    ['https://school.example.ru/get.php?f=otchet.docx', 'file'],
    ['https://school.example.ru/priglashaem-na-konkurs-chtecov', 'event'],
    ['https://school.example.ru/sobytiya/item/5', 'event'],
    ['https://school.example.ru/', 'home'],
    ['https://школа.рф', 'home'],
    ['https://school.example.ru/index.php', 'home'],
    ['https://school.example.ru/sveden/document', 'section'],
    ['https://disk.yandex.ru/i/abc', 'cloud-file'],
    ['https://disk.yandex.ru/d/abc', 'cloud-folder'],
    ['https://drive.google.com/drive/folders/abc?usp=sharing', 'cloud-folder'],
    ['https://disk.yandex.ru/client/recent', 'editor'],
    ['https://vk.com/wall-1_2', 'social'],
    ['https://vk.com/doc1_2', 'file'],
    ['https://clck.ru/abc', 'shortener'],
    ['https://ya.ru/search/?text=x', 'search'],
    ['https://school.example.ru/?s=приказ', 'search'],
    ['http://localhost/a.pdf', 'local'],
    ['http://server/a.pdf', 'local'],
    ['http://10.1.2.3/a.pdf', 'local'],
    ['file:///C:/a.pdf', 'local'],
    ['https://school.example.ru/wp-admin/post.php?post=5', 'editor'],
    ['https://school.example.ru/doc.php?PHPSESSID=abc', 'session'],
    ['javascript:alert(1)', 'not-web'],
    ['https://agency.example.ru/20211022/obrazovanie-1755832057.html', 'news'],
    ['https://base.example.ru/20121231/53f89421bbdaf741eb2d1ecc4ddb4c33', 'unsure'],
    ['https://school.example.ru/index.php/latestnews/9-edunewsraion/1245', 'news'],
    ['https://school.example.ru/nevskiy-rayon/shkoly', 'unsure'],
    ['https://uo.example.ru/press/otchety/', 'unsure'],
    ['https://uo.example.ru/novosti/metodicheskij-den', 'news'],
    ['https://klub.example.ru/culture/concert-preobrazhenie-2012/', 'unsure'],
    ['https://paper.example.ru/society/2025/05/30/9860.html', 'news'],
    ['https://school.example.ru/?p=5', 'unsure'],
    ['https://uo.example.ru/mum/mery-i-meropriyatiya/12', 'unsure'],
    // Orders are called «О проведении …»: no headline, though «проведены» is spelt alike.
    ['https://uo.example.ru/o-provedenii-municipalnogo-etapa', 'unsure'],
    ['https://uo.example.ru/provedeny-seminary-dlya-uchitelej', 'news'],
    ['https://uo.example.ru/2022/05/12/adresnye-rekomendacii', 'unsure'],
    ['https://uo.example.ru/2022/05/12/analiz-rezultatov-vpr', 'document'],
    ['https://uo.example.ru/2022/05/12/rezultaty-monitoringa', 'unsure'],
    ['https://uo.example.ru/2022/05/12/ob-itogah-festivalya-idej', 'news'],
    ['https://uo.example.ru/2022/05/shkolnaya-ekskursiya-v-muzej', 'event'],
    ['https://uo.example.ru/2022/05/nash-den-znanij', 'news'],
    ['https://uo.example.ru/2022/05/kompleks-mer', 'unsure'],
    ['https://uo.example.ru/utverzhdeny-rekomendacii-dlya-shkol', 'news'],
    ['https://uo.example.ru/ob-utverzhdenii-polozheniya', 'document'],
    ['https://uo.example.ru/meropriyatiya/plan-meropriyatij', 'unsure'],
    ['https://uo.example.ru/meropriyatiya/cvety-pobedy.html', 'event'],
    ['https://sh5-r45.gosweb.gosuslugi.ru/meropriyatiya/vospitanie/dokumenty_149.html', 'document'],
    ['https://uo.example.ru/index/publichnyj_doklad/0-12', 'unsure'],
    ['https://uo.example.ru/index/abiturientu/0-105', 'section'],
    ['https://sad5.example.ru/?section_id=59', 'section'],
    ['https://sad5.example.ru/?section_id=59&page=2', 'unsure'],
    ['https://sad5.example.ru/tpost/gijyn9uny1-ogon-drug', 'news'],
    ['https://sad5.example.ru/post/nashi-yunye-talanty', 'news'],
    ['https://uo.example.ru/post/itogovye-rezultaty-monitoringa', 'document'],
    ['https://uo.example.ru/blogs/mum/adresnye-rekomendacii', 'unsure'],
    ['https://uo.example.ru/ob-yavleniya/5', 'news'],
    ['https://uo.example.ru/page/12', 'news'],
    ['https://uo.example.ru/index.php?tx_ttnews[tt_news]=15', 'news'],
    ['https://uo.example.ru/page.php?modul=news&new=1770786497', 'news'],
    ['https://uo.example.ru/?subaction=showfull&id=1300000000', 'news'],
    ['https://paper.example.ru/?action=view&id=4554&module=articles', 'news'],
    // Joomla without readable paths: a title in the query is a title; a date is what it calls any page.
    ['https://uo.example.ru/index.php?view=article&id=41:prikaz-ob-itogah-konkursa', 'document'],
    ['https://uo.example.ru/index.php?view=article&id=41:v-rajone-proshel-konkurs', 'news'],
    ['https://uo.example.ru/index.php?view=article&id=41:2010-03-11-19-52-00', 'unsure'],
    ['https://uo.example.ru/otdel/2010-03-11-19-52-00', 'unsure'],
    ['https://lytkarinskie-24.ru/ychitelya-goroda-v-teatre', 'news'],
    ['https://teremok-24.ru/nash-uyutnyj-dom', 'unsure'],
    ['https://sibirmedia.ru/nash-uyutnyj-dom', 'news'],
  ])('%s: %s', (address, wanted) => {
    expect(kind(address)).toBe(wanted);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (address) => {
          const { certainty } = urlKind(address);
          expect(certainty).toBeGreaterThanOrEqual(0);
          expect(certainty).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('a paper by its title', () => {
  const TITLES =
    'prikaz analiz-vpr adresnye-rekomendatsii dorozhnaya-karta plan-meropriyatiy rezultaty-monitoringa kompleks-mer-po-povysheniyu-kachestva o-provedenii-monitoringa ob-organizacii-seminara ob-utverzhdenii-polozheniya sistema-monitoringa-rukovoditelej model-nastavnichestva pokazateli-msoko programma-vospitaniya spravka upravlencheskie-resheniya plan-vebinarov reestr-odarennyh-detej mery-i-meropriyatiya'.split(
      ' ',
    );
  it.each([
    '/TITLE',
    '/2022/05/12/TITLE/',
    '/2022/05/TITLE',
    '/index/TITLE/0-12',
    '/meropriyatiya/TITLE',
    '/obschestvo/TITLE',
    '/post/TITLE',
    '/blogs/mum/TITLE',
    '/mum/345-TITLE.html',
    '/index.php?option=com_content&view=article&id=345:TITLE',
  ])('is no news, event or section at %s', (place) => {
    const kinds = TITLES.map((title) => [
      title,
      kind(`https://uo.example.ru${place.replace('TITLE', title)}`),
    ]);
    expect(kinds.filter(([, found]) => !['document', 'unsure'].includes(found as string))).toEqual([]);
  });
});

/** Real public addresses, labelled by what they lead to: the share of each label's that is told, and no false alarm on papers. */
describe.each([
  ['urls-dev', 0.87],
  ['urls-second', 0.82],
] as const)('%s', (file, newsAtLeast) => {
  const rows: { url: string; label: string }[] = readFileSync(`tests/fixtures/${file}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const share = (label: string, kinds: readonly string[]): number => {
    const all = rows.filter((row) => row.label === label);
    if (all.length === 0) return 1;
    return all.filter((row) => kinds.includes(kind(row.url))).length / all.length;
  };

  it.each([
    ['home', ['home'], 1],
    ['file', ['file'], 1],
    ['social', ['social'], 1],
    ['cloud', ['cloud-file', 'cloud-folder', 'editor'], 1],
    ['news', ['news'], newsAtLeast],
  ] as const)('%s', (label, kinds, least) => {
    expect(share(label, kinds)).toBeGreaterThanOrEqual(least);
  });

  it('takes no document for anything else', () => {
    expect(share('document', ['document', 'file', 'unsure'])).toBe(1);
  });

  it('calls nothing news that is none', () => {
    expect(rows.filter((row) => kind(row.url) === 'news' && row.label !== 'news')).toEqual([]);
  });
});

describe('lists of words', () => {
  it('are written folded: folding them again changes nothing that could be met', () => {
    const source = readFileSync('lib/reference/url-words.ts', 'utf8');
    const lists = [...source.matchAll(/wordTest\(\s*'([^']+)'/g)].map((found) => found[1] as string);
    expect(lists.length).toBeGreaterThan(8);
    const all = lists.flatMap((list) => list.split(' '));
    // Digraphs and letters that `fold` never leaves behind.
    expect(
      all.filter((word) => !/^[a-z0-9]+\*?$/.test(word) || /[wxyj]|sh|zh|kh|ie|([a-z])\1/.test(word)),
    ).toEqual([]);
  });
});
