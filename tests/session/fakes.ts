import type { FormChange, LiveForm, LiveOptions, WriteResult } from '../../lib/form/types.ts';
import type { ReplyOf } from '../../lib/messages/registry.ts';
import type { Form, FormMode, Position, Row } from '../../lib/model/form.ts';
import type {
  CardView,
  FieldMarkView,
  MarkerPosition,
  MenuView,
  Overlay,
  OverlayActions,
  ToastView,
} from '../../lib/overlay/types.ts';
import { positionId, rowId } from '../../lib/reference/identity.ts';
import { createEngine, describeFinding } from '../../lib/rules/index.ts';
import { startSession } from '../../lib/session/session.ts';
import type { Background } from '../../lib/session/types.ts';

/** A field of the fake page: what `locate` and `field` speak of. */
export interface FakeField {
  readonly rowId: string;
  readonly role: 'url' | 'comment';
  readonly focused: number;
}

interface Values {
  readonly text: string;
  readonly path?: readonly string[];
  readonly rows?: readonly (readonly [string, string])[];
  readonly confidence?: number;
}

/** A page in memory: fields that hold values, and refuse those they are told to. */
export function fakeForm(given: readonly Values[], mode: FormMode = 'fill') {
  let form: Form = {
    mode,
    mechanism: 'mum',
    positions: given.map(
      ({ text, path = ['1.1. Система', 'Трек', 'Показатели'], rows = [], confidence = 1 }) => {
        const id = positionId(path, text);
        return {
          id,
          path,
          text,
          number: null,
          points: null,
          confidence,
          canAddRow: false,
          rows: [...rows, ...Array.from({ length: 3 - rows.length }, () => ['', ''] as const)].map(
            ([url, comment], index) => ({ id: rowId(id, index), url, comment, name: '', pages: '' }),
          ),
        };
      },
    ),
  };
  let options: LiveOptions | null = null;
  const refuses = new Set<string>();
  const fields = new Map<string, HTMLElement>();
  const field = (id: string, role: 'url' | 'comment'): HTMLElement => {
    const key = `${id}|${role}`;
    const known = fields.get(key) ?? ({ rowId: id, role, focus() {} } as unknown as HTMLElement);
    fields.set(key, known);
    return known;
  };
  const set = (id: string, role: 'url' | 'comment', value: string): string => {
    let before = '';
    form = {
      ...form,
      positions: form.positions.map((position) =>
        position.rows.some((row) => row.id === id)
          ? {
              ...position,
              rows: position.rows.map((row) => {
                if (row.id !== id) return row;
                before = row[role];
                return { ...row, [role]: value };
              }),
            }
          : position,
      ),
    };
    return before;
  };
  const say = (change: Partial<FormChange>) =>
    options?.onChange({ added: [], removed: [], changed: [], values: [], ...change });
  const ofRow = (id: string): Position | undefined =>
    form.positions.find((position) => position.rows.some((row) => row.id === id));
  const type = (id: string, role: 'url' | 'comment', value: string) => {
    set(id, role, value);
    say({ values: [ofRow(id)?.id ?? ''] });
  };
  const live: LiveForm = {
    current: () => form,
    position: (id) => form.positions.find((position) => position.id === id) ?? null,
    anchor: () => null,
    field,
    scoreField: () => null,
    locate: (element) => {
      const { rowId: id, role } = element as unknown as FakeField;
      const position = ofRow(id);
      return position ? { positionId: position.id, rowId: id, role } : null;
    },
    async write(id, role, value): Promise<WriteResult> {
      if (!ofRow(id) || refuses.has(`${id}|${role}`))
        return {
          rowId: id,
          field: role,
          outcome: 'rejected',
          before: '',
          after: '',
          reason: 'write.readonly',
        };
      const before = set(id, role, value);
      say({ values: [ofRow(id)?.id ?? ''] });
      return { rowId: id, field: role, outcome: 'written', before, after: value, reason: null };
    },
    addRow: async () => null,
    refresh: () => {},
    show: () => null,
    reveal: () => {},
    explain: () => [],
  };
  return {
    live,
    type,
    say,
    refuses,
    field,
    row: (position: number, row: number): Row => form.positions[position]?.rows[row] as Row,
    open: (given: LiveOptions) => {
      options = given;
      return live;
    },
  };
}

/** An overlay that remembers what it was told. */
export function fakeOverlay() {
  const seen = {
    markers: [] as readonly MarkerPosition[],
    marks: new Map<string, readonly FieldMarkView[]>(),
    card: null as CardView | null,
    menu: null as MenuView | null,
    toast: null as ToastView | null,
    hidden: false,
  };
  const overlay: Overlay = {
    setMarkers: (positions) => void Object.assign(seen, { markers: positions }),
    updateMarkers: () => {},
    setFieldMarks: (id, marks) => void seen.marks.set(id, marks?.views() ?? []),
    setPageLinks: () => {},
    showCard: (card) => void Object.assign(seen, { card }),
    showMenu: (menu) => void Object.assign(seen, { menu }),
    toast: (toast) => void Object.assign(seen, { toast }),
    setHidden: (hidden) => void Object.assign(seen, { hidden }),
    isHidden: () => seen.hidden,
    refresh: () => {},
  };
  return { overlay, seen };
}

type Replies = { [K in Parameters<Background>[0]]?: (request: never) => unknown };

/** Answers of the background by message; without one there are no criteria and an empty library. */
export function fakeBackground(replies: Replies = {}) {
  const sent: [string, unknown][] = [];
  const usual: Replies = {
    'criteria.match': ({ positions }: { positions: unknown[] }) =>
      ({
        pack: null,
        facts: positions.map(() => null),
        harmfulPhrases: [],
        settings: { noLowSchools: null, drafts: true },
      }) satisfies ReplyOf<'criteria.match'>,
    'criteria.card': () => null,
    'library.facts': () => ({ facts: {} }),
    'library.suggest': () => ({ offers: [], history: [] }),
    'library.recordUse': () => ({ id: '6f1c1c9e-0d0c-4c55-9b0e-0d6b7d3c6a11' }),
    'findings.dismissals': () => ({ dismissals: [] }),
    'drafts.list': () => ({ drafts: [] }),
    'drafts.keep': ({ typed }: { typed: unknown[] }) => ({
      kept: typed.map(() => ({ revision: 1, conflict: false })),
    }),
  };
  const background = (async (name: keyof Replies, request: never) => {
    sent.push([name, request]);
    return (replies[name] ?? usual[name] ?? (() => ({})))(request);
  }) as unknown as Background;
  return { background, sent };
}

/** A session on a fake page; timers fire when the test says so. */
export function startFake(
  page: ReturnType<typeof fakeForm>,
  replies: Replies = {},
  isAlive: () => boolean = () => true,
) {
  const { overlay, seen } = fakeOverlay();
  const { background, sent } = fakeBackground(replies);
  const timers = new Set<() => void>();
  const leaving: (() => void)[] = [];
  const stop = new AbortController();
  let actions: OverlayActions | null = null;
  const handlers = startSession(
    {
      openForm: page.open,
      createEngine,
      describe: describeFinding,
      createOverlay: (given) => {
        actions = given;
        return overlay;
      },
      background,
      follow: () => {},
      page: '1',
      owner: { site: 'lk-fisoko.obrnadzor.gov.ru', login: () => 'reg12_mmu_04' },
      onLeave: (run) => void leaving.push(run),
      isAlive,
      now: () => new Date('2022-09-01T12:00:00Z'),
      setTimer: (run) => {
        timers.add(run);
        return () => timers.delete(run);
      },
    },
    stop.signal,
  );
  return {
    seen,
    sent,
    stop,
    handlers: handlers as NonNullable<typeof handlers>,
    actions: actions as unknown as OverlayActions,
    /** The person leaves the page. */
    leave: () => {
      for (const run of leaving) run();
    },
    pass: () => {
      for (const run of [...timers]) {
        timers.delete(run);
        run();
      }
    },
    settle: async () => {
      for (let i = 0; i < 20; i++) await Promise.resolve();
    },
  };
}
