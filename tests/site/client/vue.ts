import { createApp, defineComponent, h, reactive, ref, type VNode } from 'vue';
import { type AppData, type AppPosition, linkError, load, place, type RowValue, save } from './api.ts';

/** The form as a Vue application: `v-model` by hand, rows added with a button, each position a component. */
const ROWS = 5;

const PositionCard = defineComponent({
  props: {
    position: { type: Object as () => AppPosition, required: true },
    rows: { type: Array as () => RowValue[], required: true },
    review: Boolean,
  },
  setup(props) {
    const field = (row: RowValue, index: number): VNode =>
      h('tr', { key: index }, [
        h('td', [
          h('input', {
            value: row.url,
            readonly: props.review,
            'aria-label': `Ссылка на документ ${index + 1}`,
            placeholder: 'https://…',
            class: linkError(row.url) === '' ? '' : 'invalid',
            onInput: (event: Event) => {
              row.url = (event.target as HTMLInputElement).value;
            },
          }),
        ]),
        h('td', [
          h('textarea', {
            value: row.comment,
            readonly: props.review,
            rows: 1,
            'aria-label': `Комментарий к документу ${index + 1}`,
            onInput: (event: Event) => {
              row.comment = (event.target as HTMLTextAreaElement).value;
            },
          }),
        ]),
      ]);
    return () =>
      h('div', { class: 'card' }, [
        h('div', { class: 'card-head' }, [
          h('b', `${props.position.number} `),
          h('span', props.position.text),
        ]),
        h('table', { class: 'rows' }, [h('tbody', props.rows.map(field))]),
        !props.review && props.rows.length < ROWS
          ? h(
              'button',
              { type: 'button', onClick: () => props.rows.push({ url: '', comment: '' }) },
              'Добавить строку',
            )
          : null,
      ]);
  },
});

/** Shows filled rows and one empty one. */
function startRows(position: AppPosition): RowValue[] {
  const filled = position.rows.filter((row) => row.url !== '' || row.comment !== '');
  const rows = filled.map((row) => ({ ...row }));
  if (rows.length < ROWS) rows.push({ url: '', comment: '' });
  return rows;
}

function directionNodes(
  direction: AppData['directions'][number],
  values: Record<string, RowValue[]>,
  review: boolean,
): VNode[] {
  const nodes: VNode[] = [h('h2', direction.title)];
  let track = '';
  let component = '';
  for (const position of direction.positions) {
    if (position.track !== track) nodes.push(h('h3', position.track));
    if (position.track !== track || position.component !== component) nodes.push(h('h4', position.component));
    track = position.track;
    component = position.component;
    nodes.push(h(PositionCard, { key: position.key, position, rows: values[position.key] ?? [], review }));
  }
  return nodes;
}

const App = defineComponent({
  setup() {
    const data = ref<AppData | null>(null);
    const message = ref('');
    const values = reactive<Record<string, RowValue[]>>({});
    load().then(
      (loaded) => {
        for (const direction of loaded.directions)
          for (const position of direction.positions) values[position.key] = startRows(position);
        data.value = loaded;
      },
      (error: Error) => {
        message.value = error.message;
      },
    );
    const submit = (event: Event): void => {
      event.preventDefault();
      const now = data.value;
      if (!now) return;
      void save({ formId: now.formId, owner: now.owner, csrf: now.csrf, values, scores: {} }).then((text) => {
        message.value = text;
      });
    };
    return () => {
      const now = data.value;
      if (!now) return h('p', { role: 'status' }, message.value || 'Загрузка…');
      return h('form', { id: 'main', onSubmit: submit }, [
        ...now.directions.flatMap((direction) => directionNodes(direction, values, now.review)),
        h('p', { role: 'status', class: 'message' }, message.value),
        h('div', { class: 'buttons' }, [h('button', { type: 'submit', class: 'save' }, 'Сохранить')]),
      ]);
    };
  },
});

createApp(App).mount(place);
