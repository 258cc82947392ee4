/** @jsxImportSource react */
import { memo, useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  type AppData,
  type AppPosition,
  linkError,
  load,
  place,
  type RowValue,
  readScores,
  save,
} from './api.ts';

/** The form with controlled inputs: every letter goes through state, and its direction is drawn again. */
type Values = Record<string, RowValue[]>;
type Change = (direction: number, key: string, row: number, part: 'url' | 'comment', value: string) => void;

function RowFields(props: {
  row: RowValue;
  index: number;
  review: boolean;
  onChange: (part: 'url' | 'comment', value: string) => void;
}) {
  const error = linkError(props.row.url);
  return (
    <div className="row">
      <label className="cell">
        Ссылка {props.index + 1}
        <input
          value={props.row.url}
          disabled={props.review}
          aria-invalid={error !== ''}
          onChange={(event) => props.onChange('url', event.target.value)}
        />
        {error !== '' && <small className="error">{error}</small>}
      </label>
      <label className="cell">
        Комментарий к документу
        <textarea
          rows={1}
          value={props.row.comment}
          disabled={props.review}
          onChange={(event) => props.onChange('comment', event.target.value)}
        />
      </label>
    </div>
  );
}

function PositionCard(props: {
  position: AppPosition;
  rows: readonly RowValue[];
  review: boolean;
  onChange: (row: number, part: 'url' | 'comment', value: string) => void;
}) {
  const filled = props.rows.filter((row) => row.url !== '').length;
  return (
    <article className="card">
      <p className="card-head">
        <span className="number">{props.position.number}</span> <span>{props.position.text}</span>{' '}
        <span className="badge">Заполнено: {filled}</span>
      </p>
      {props.rows.map((row, index) => (
        // Rows have no identity but their place.
        <RowFields
          key={index}
          row={row}
          index={index}
          review={props.review}
          onChange={(part, value) => props.onChange(index, part, value)}
        />
      ))}
      {props.review && (
        <div className="expert">
          <label>
            Баллы{' '}
            <input
              type="number"
              className="score"
              name={`score[${props.position.key}]`}
              min={0}
              max={props.position.points ?? 9}
              defaultValue={props.position.score}
            />
          </label>{' '}
          <label>
            Примечание эксперта{' '}
            <textarea rows={1} name={`note[${props.position.key}]`} defaultValue={props.position.note} />
          </label>
        </div>
      )}
    </article>
  );
}

const Direction = memo(function Direction(props: {
  index: number;
  data: AppData['directions'][number];
  values: Values;
  review: boolean;
  change: Change;
}) {
  let track = '';
  let component = '';
  return (
    <section>
      <h2>{props.data.title}</h2>
      {props.data.positions.map((position) => {
        const newTrack = position.track !== track;
        const newComponent = newTrack || position.component !== component;
        track = position.track;
        component = position.component;
        return (
          <div key={position.key}>
            {newTrack && <h3>{track}</h3>}
            {newComponent && <h4>{component}</h4>}
            <PositionCard
              position={position}
              rows={props.values[position.key] ?? []}
              review={props.review}
              onChange={(row, part, value) => props.change(props.index, position.key, row, part, value)}
            />
          </div>
        );
      })}
    </section>
  );
});

function App() {
  const [data, setData] = useState<AppData | null>(null);
  const [values, setValues] = useState<Values[]>([]);
  const [message, setMessage] = useState('');
  useEffect(() => {
    load().then(
      (loaded) => {
        setData(loaded);
        setValues(
          loaded.directions.map((direction) =>
            Object.fromEntries(direction.positions.map((position) => [position.key, [...position.rows]])),
          ),
        );
      },
      (error: Error) => setMessage(error.message),
    );
  }, []);
  const change = useCallback<Change>((direction, key, row, part, value) => {
    setValues((all) =>
      all.map((some, i) =>
        i === direction
          ? {
              ...some,
              [key]: (some[key] ?? []).map((old, r) => (r === row ? { ...old, [part]: value } : old)),
            }
          : some,
      ),
    );
  }, []);
  if (!data) return <p role="status">{message || 'Загрузка…'}</p>;
  const merged: Values = Object.assign({}, ...values);
  const wrong = Object.values(merged)
    .flat()
    .filter((row) => linkError(row.url) !== '').length;
  return (
    <form
      id="main"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong > 0) setMessage(`Не сохранено: неверных ссылок ${wrong}.`);
        else
          void save({
            formId: data.formId,
            owner: data.owner,
            csrf: data.csrf,
            values: merged,
            scores: readScores(event.currentTarget),
          }).then(setMessage);
      }}
    >
      {data.directions.map((direction, index) => (
        <Direction
          key={direction.title}
          index={index}
          data={direction}
          values={values[index] ?? {}}
          review={data.review}
          change={change}
        />
      ))}
      <p role="status" className="message">
        {message}
      </p>
      <div className="buttons">
        <button type="submit" className="save">
          Сохранить
        </button>
      </div>
    </form>
  );
}

createRoot(place).render(<App />);
