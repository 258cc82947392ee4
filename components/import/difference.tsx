import { useState } from 'preact/hooks';
import type { FillAction, FillItem, NoRoom } from '../../lib/fill/types.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export interface DifferenceGroup {
  readonly positionId: string;
  readonly path: string;
  readonly text: string;
  readonly items: readonly FillItem[];
}

interface DifferenceProps {
  groups: readonly DifferenceGroup[];
  noRoom: readonly (NoRoom & { readonly text: string })[];
  /** `id` null: for all fields that hold something else. */
  onChoose: (id: string | null, action: 'keep' | 'replace' | 'append') => void;
}

/** How many positions are drawn at first, and with each press of «Показать ещё». */
const PORTION = 100;

/** Position, field, what stands there, what would: nothing is overwritten unless it is chosen here. */
export function Difference({ groups, noRoom, onChoose }: DifferenceProps) {
  const [shown, setShown] = useState(PORTION);
  const items = groups.flatMap((group) => group.items);
  const count = (...actions: FillAction[]): number =>
    items.filter((item) => actions.includes(item.action)).length;
  const differing = count('keep', 'replace', 'append');
  return (
    <div class="stack">
      <p>
        {t('import.willWrite', { n: count('write', 'replace', 'append') })}{' '}
        {count('same') > 0 && t('import.same', { n: count('same') })}
      </p>
      {differing > 0 && (
        <Notice tone="doubtful">
          <p>{t('import.differing', { n: differing })}</p>
          <div class="row">
            <Button onClick={() => onChoose(null, 'keep')}>{t('import.keepAll')}</Button>
            <Button onClick={() => onChoose(null, 'append')}>{t('import.appendAll')}</Button>
            <Button onClick={() => onChoose(null, 'replace')}>{t('import.replaceAll')}</Button>
          </div>
        </Notice>
      )}
      {noRoom.length > 0 && (
        <Notice tone="wrong">
          <p>{t('import.noRoom', { n: noRoom.length })}</p>
          <ul>
            {noRoom.map((row) => (
              <li key={`${row.positionId} ${row.url} ${row.comment}`}>
                {row.text}: {row.url}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="table-scroll">
        <table class="table difference">
          <thead>
            <tr>
              <th scope="col">{t('import.field')}</th>
              <th scope="col">{t('import.old')}</th>
              <th scope="col">{t('import.new')}</th>
              <th scope="col">{t('import.action')}</th>
            </tr>
          </thead>
          {groups.slice(0, shown).map((group) => (
            <Group key={group.positionId} group={group} onChoose={onChoose} />
          ))}
        </table>
      </div>
      {groups.length > shown && (
        <Button onClick={() => setShown(shown + PORTION)}>
          {t('import.more', { n: groups.length - shown })}
        </Button>
      )}
    </div>
  );
}

interface GroupProps {
  group: DifferenceGroup;
  onChoose: DifferenceProps['onChoose'];
}

function Group({ group, onChoose }: GroupProps) {
  return (
    <tbody>
      <tr>
        <th colSpan={4} scope="rowgroup">
          <span class="quiet">{group.path}</span> {group.text}
        </th>
      </tr>
      {group.items.map((item) => (
        <tr key={item.id} class={`difference-${item.action}`}>
          <td>
            {t(`import.fieldName.${item.field}`)} {item.rowIndex + 1}
          </td>
          <td>{item.old}</td>
          <td>{item.incoming}</td>
          <td>
            <Action item={item} onChoose={onChoose} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Action({ item, onChoose }: { item: FillItem; onChoose: DifferenceProps['onChoose'] }) {
  if (item.action === 'write' || item.action === 'same') return <>{t(`import.actionName.${item.action}`)}</>;
  const actions =
    item.field === 'url' ? (['keep', 'replace'] as const) : (['keep', 'append', 'replace'] as const);
  return (
    <select
      class="input"
      aria-label={t('import.action')}
      value={item.action}
      onChange={(event) => onChoose(item.id, event.currentTarget.value as 'keep' | 'replace' | 'append')}
    >
      {actions.map((action) => (
        <option key={action} value={action}>
          {t(`import.actionName.${action}`)}
        </option>
      ))}
    </select>
  );
}
