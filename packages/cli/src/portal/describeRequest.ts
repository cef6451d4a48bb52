import type {
  ChildRequest,
  ResourceRequestDetail,
} from '@promissory/plugin-promises-common';
import { stringify } from 'yaml';
import { ageOf } from './ageOf';
import { formatTable } from './formatTable';

/** Everything that is known of a request, for people. */
export function describeRequest(
  request: ResourceRequestDetail,
  now: Date,
): string {
  const { state, runs, placements, children, conditions } = request;
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['Promise', request.promise.name],
    ['Namespace', request.namespace],
    ['Name', request.name],
    ['Owner', request.owner],
    ['Requested by', request.requestedBy],
    ['Generation', String(request.generation)],
    ['State', `${state.name} (${state.reason}): ${state.message}`],
    ...(state.nextTryAt ? [['Next try', state.nextTryAt] as const] : []),
  ];
  return [
    ...facts.map(([name, value]) => `${`${name}:`.padEnd(16)}${value}`),
    ...section('Spec', stringify(request.spec, { lineWidth: 0 })),
    ...section(
      'Outputs',
      request.outputs && Object.keys(request.outputs).length > 0
        ? stringify(request.outputs, { lineWidth: 0 })
        : '',
    ),
    ...section('Parts', listChildren(children, '')),
    ...section(
      'Conditions',
      conditions.length > 0
        ? formatTable(
            ['TYPE', 'STATUS', 'REASON', 'MESSAGE'],
            conditions.map(each => [
              each.type,
              each.status,
              each.reason,
              each.message,
            ]),
          )
        : '',
    ),
    ...section(
      'Placements',
      placements.length > 0
        ? formatTable(
            ['DESTINATION', 'PIPELINE', 'STATE', 'FILES', 'COMMIT', 'MESSAGE'],
            placements.map(each => [
              each.destination,
              each.pipeline,
              each.state,
              String(each.files),
              each.commit?.slice(0, 8),
              each.message,
            ]),
          )
        : '',
    ),
    ...section(
      'Runs',
      runs.length > 0
        ? formatTable(
            ['WORKFLOW', 'TRIGGER', 'STATE', 'AGE', 'MESSAGE'],
            runs.map(run => [
              run.workflow,
              run.trigger,
              run.state,
              ageOf(run.createdAt, now),
              run.message,
            ]),
          )
        : '',
    ),
  ].join('\n');
}

function section(title: string, text: string): readonly string[] {
  if (!text.trim()) return [];
  const lines = text.trimEnd().split('\n');
  return [`${title}:`, ...lines.map(line => `  ${line}`)];
}

function listChildren(
  children: readonly ChildRequest[],
  indent: string,
): string {
  return children
    .flatMap(
      ({ promise, namespace, name, state, problem, children: below }) => [
        `${indent}${promise.name} ${namespace}/${name}: ${
          problem ? problem.message : state?.name ?? 'unknown'
        }`,
        ...(below.length > 0 ? [listChildren(below, `${indent}  `)] : []),
      ],
    )
    .join('\n');
}
