import { openLibrary } from '../../../lib/library/open.ts';
import { documents } from '../library-corpus.ts';

const COUNT = 10_000;

/** Fills the library of the extension's page it runs in; one use a document, over 350 positions. */
export default async function seed(): Promise<number> {
  const library = await openLibrary();
  const { added } = await library.addMany(documents(COUNT));
  await library.recordUses(
    added.map(({ id }, at) => ({
      documentId: id,
      positionId: `p${at % 350}`,
      positionText: `Наличие муниципальных показателей по оценке сформированности ценностных ориентаций, ${at % 350}`,
      path: [
        '2.3. Система организации воспитания обучающихся',
        'Формирование ценностных ориентаций',
        'Показатели',
      ],
      pages: '3–5',
      explanation: 'Раздел 2 — цели и задачи',
      mechanism: 'mum',
      year: 2022,
    })),
  );
  await library.warm();
  library.close();
  return added.length;
}
