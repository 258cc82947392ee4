import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { Pack, PackPosition } from '../../lib/model/pack.ts';
import { SelectField, TextField } from '../ui/field.tsx';

interface PackEditorProps {
  pack: Pack;
  onChange: (pack: Pack) => void;
}

/** The small things of a pack: title, texts, points, aliases, mistakes, phrases, dates. Lists are a line each. */
export function PackEditor({ pack, onChange }: PackEditorProps) {
  const [code, setCode] = useState(pack.directions[0]?.code ?? '');
  const direction = pack.directions.find((one) => one.code === code);
  const change = (patch: Partial<Pack>): void => onChange({ ...pack, ...patch });
  return (
    <div class="stack">
      <TextField label={t('packs.title')} value={pack.title} onValue={(title) => change({ title })} />
      <TextField
        label={t('packs.phrases')}
        hint={t('packs.phrasesHint')}
        lines={4}
        value={pack.harmfulPhrases.map(({ phrase, why }) => (why ? `${phrase} — ${why}` : phrase)).join('\n')}
        onValue={(text) => change({ harmfulPhrases: linesOf(text).map(phraseOf) })}
      />
      <TextField
        label={t('packs.calendar')}
        hint={t('packs.calendarHint')}
        lines={3}
        value={pack.calendar
          .map(({ date, what, region }) => [date, what, region].filter(Boolean).join(' — '))
          .join('\n')}
        onValue={(text) => change({ calendar: linesOf(text).flatMap(dateOf) })}
      />
      <SelectField
        label={t('packs.filter')}
        value={code}
        options={pack.directions.map((one) => ({ value: one.code, label: `${one.code}. ${one.name}` }))}
        onValue={setCode}
      />
      {direction?.tracks.map((track) => (
        <section key={track.name} class="stack">
          <h2>{track.name}</h2>
          {track.components.map((component) => (
            <details key={component.name}>
              <summary>
                {component.name} ({component.positions.length})
              </summary>
              {component.positions.map((position) => (
                <PositionEditor
                  key={position.id}
                  position={position}
                  onChange={(to) => onChange(withPosition(pack, to))}
                />
              ))}
            </details>
          ))}
        </section>
      ))}
    </div>
  );
}

function PositionEditor({
  position,
  onChange,
}: {
  position: PackPosition;
  onChange: (to: PackPosition) => void;
}) {
  return (
    <div class="stack pack-row">
      <TextField
        label={t('packs.position')}
        lines={2}
        value={position.text}
        onValue={(text) => onChange({ ...position, text })}
      />
      <TextField
        label={t('panel.criterion')}
        lines={3}
        value={position.criterion}
        onValue={(criterion) => onChange({ ...position, criterion })}
      />
      <TextField
        label={t('packs.points')}
        value={position.points === null ? '' : String(position.points)}
        onValue={(text) => {
          const points = Number(text.replace(',', '.'));
          if (text.trim() === '') onChange({ ...position, points: null });
          else if (Number.isFinite(points) && points >= 0) onChange({ ...position, points });
        }}
      />
      <TextField
        label={t('packs.aliases')}
        lines={2}
        value={(position.aliases ?? []).join('\n')}
        onValue={(text) => onChange({ ...position, aliases: linesOf(text) })}
      />
      <TextField
        label={t('panel.mistakes')}
        lines={2}
        value={(position.mistakes ?? []).join('\n')}
        onValue={(text) => onChange({ ...position, mistakes: linesOf(text) })}
      />
    </div>
  );
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function phraseOf(line: string): { phrase: string; why: string } {
  const [phrase = '', ...why] = line.split(' — ');
  return { phrase, why: why.join(' — ') };
}

/** «2022-09-30 — отчёт — регион»; lines without a date are left out. */
function dateOf(line: string): Pack['calendar'] {
  const [date = '', what = '', region] = line.split(' — ');
  return /^\d{4}-\d{2}-\d{2}$/.test(date.trim())
    ? [{ date: date.trim(), what, ...(region && { region }) }]
    : [];
}

function withPosition(pack: Pack, position: PackPosition): Pack {
  const directions = pack.directions.map((direction) => ({
    ...direction,
    tracks: direction.tracks.map((track) => ({
      ...track,
      components: track.components.map((component) => ({
        ...component,
        positions: component.positions.map((one) => (one.id === position.id ? position : one)),
      })),
    })),
  }));
  return { ...pack, directions };
}
