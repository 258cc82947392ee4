import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { Pack, PackPosition } from '../../lib/model/pack.ts';
import { SelectField, TextField } from '../ui/field.tsx';
import { TypedField } from './typed-field.tsx';

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
      <TypedField
        label={t('packs.phrases')}
        hint={t('packs.phrasesHint')}
        lines={4}
        value={pack.harmfulPhrases}
        write={(phrases) =>
          phrases.map(({ phrase, why }) => (why ? `${phrase} — ${why}` : phrase)).join('\n')
        }
        read={(text) => linesOf(text).map(phraseOf)}
        onValue={(harmfulPhrases) => change({ harmfulPhrases })}
      />
      <TypedField
        label={t('packs.calendar')}
        hint={t('packs.calendarHint')}
        lines={3}
        value={pack.calendar}
        write={(dates) =>
          dates
            .map(({ date, what, region }) => [dayOf(date), what, region].filter(Boolean).join(' — '))
            .join('\n')
        }
        read={(text) => linesOf(text).flatMap(dateOf)}
        wrong={(text) => {
          const line = linesOf(text).find((one) => dateOf(one).length === 0);
          return line === undefined ? undefined : t('packs.calendarWrong', { line });
        }}
        onValue={(calendar) => change({ calendar })}
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
      <TypedField
        label={t('packs.points')}
        value={position.points}
        write={(points) => (points === null ? '' : String(points).replace('.', ','))}
        read={(text) => {
          const points = Number(text.trim().replace(',', '.'));
          return text.trim() === '' || !Number.isFinite(points) || points < 0 ? null : points;
        }}
        onValue={(points) => onChange({ ...position, points })}
      />
      <TextField
        label={t('packs.advice')}
        lines={2}
        value={position.advice ?? ''}
        onValue={(advice) => onChange({ ...position, advice })}
      />
      <ListField
        label={t('packs.aliases')}
        value={position.aliases ?? []}
        onValue={(aliases) => onChange({ ...position, aliases })}
      />
      <ListField
        label={t('packs.mistakes')}
        value={position.mistakes ?? []}
        onValue={(mistakes) => onChange({ ...position, mistakes })}
      />
    </div>
  );
}

function ListField(props: { label: string; value: readonly string[]; onValue: (lines: string[]) => void }) {
  return (
    <TypedField
      label={props.label}
      lines={2}
      value={[...props.value]}
      write={(lines) => lines.join('\n')}
      read={linesOf}
      onValue={props.onValue}
    />
  );
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function phraseOf(line: string): { phrase: string; why: string } {
  const [phrase = '', ...why] = line.split(' — ');
  return { phrase, why: why.join(' — ') };
}

/** «30.09.2022», as people write it; anything but an ISO date stays as it is. */
function dayOf(date: string): string {
  return date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1');
}

/** «30.09.2022 — отчёт — регион»; lines without a date are left out. */
function dateOf(line: string): Pack['calendar'] {
  const [written = '', what = '', region] = line.split(/\s+[—–-]\s+/);
  const date = written
    .trim()
    .replace(
      /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/,
      (_, day, month, year) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    );
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date));
  return real ? [{ date, what: what.trim(), ...(region?.trim() && { region: region.trim() }) }] : [];
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
