import { track } from '../example.ts';
import { positionFinding } from '../finding.ts';
import type { RuleExamples, TrackRule } from '../types.ts';

/**
 * No schools with low results: the track «Адресная поддержка школ с низкими образовательными результатами» then needs
 * links to documents that confirm it. Said by the settings: an error; not said: advice, once other tracks of 1.2 are filled.
 */
export const rule: TrackRule = {
  id: 'no-low-schools',
  severity: 'error',
  scope: 'track',
  source: 'rules.sources.materials',
  check(tracks, context) {
    if (context.noLowSchools === false) return [];
    const others = tracks.some(
      (other) =>
        other.role !== 'low-schools-support' && other.positions.some((position) => position.links > 0),
    );
    return tracks.flatMap((one) => {
      const first = one.positions[0];
      if (one.role !== 'low-schools-support' || !first) return [];
      if (one.positions.some((position) => position.links > 0)) return [];
      if (context.noLowSchools)
        return [positionFinding('no-low-schools', ['error', 'wrong'], first.id, 'empty')];
      return others
        ? [
            positionFinding('no-low-schools', ['advice', 'doubtful'], first.id, 'empty', {
              variant: 'unsaid',
            }),
          ]
        : [];
    });
  },
};

const PATH = [
  '1.2. Система работы со школами с низкими результатами',
  'Адресная поддержка школ с низкими образовательными результатами',
];
const FILLED = [['https://uo.example.ru/a.pdf', 'Справка об отсутствии школ, с. 1']] as const;

/** Read by the test that walks this folder. @public */
export const examples = (): RuleExamples => ({
  violates: [
    track(
      'empty, settings say none',
      PATH,
      { Цели: [['', '']], Показатели: [['', '']] },
      { noLowSchools: true },
    ),
  ],
  fine: [
    track('a document confirms it', PATH, { Цели: FILLED, Показатели: [['', '']] }, { noLowSchools: true }),
    track('untouched form', PATH, { Цели: [['', '']] }),
    track('there are such schools', PATH, { Цели: [['', '']] }, { noLowSchools: false }),
  ],
});
