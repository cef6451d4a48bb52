import { Cell, CellText, type ColumnConfig, Flex, Table } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ResourceRequest } from '@promissory/plugin-promises-common';
import { RequestStateChip } from '@promissory/plugin-promises-react';
import { RiCornerDownRightLine } from '@remixicon/react';
import { PromiseIcon } from '../icons/PromiseIcon';
import { WideTable } from '../layout/WideTable';
import {
  type PromisesLinks,
  usePromisesLinks,
} from '../routing/usePromisesLinks';
import { RelativeTime } from '../time/RelativeTime';
import { withPartsBelow } from './withPartsBelow';

type Row = ResourceRequest & { readonly id: string };

/** Requests with their state, in the order given, parts below what they are part of. */
export function RequestTable(props: {
  readonly requests: readonly ResourceRequest[];
  readonly isStale?: boolean;
  /** For the page of one Promise. */
  readonly withoutPromise?: boolean;
}) {
  const links = usePromisesLinks();
  return (
    <WideTable>
      <Table<Row>
        columnConfig={columns(links, props.withoutPromise ?? false)}
        data={withPartsBelow(props.requests).map(request => ({
          ...request,
          id: request.uid,
        }))}
        isStale={props.isStale}
        pagination={{ type: 'none' }}
      />
    </WideTable>
  );
}

function columns(
  links: PromisesLinks,
  withoutPromise: boolean,
): Array<ColumnConfig<Row>> {
  return [
    {
      id: 'name',
      label: 'Name',
      defaultWidth: '2.4fr',
      minWidth: 180,
      isRowHeader: true,
      cell: request => (
        <CellText
          title={request.name}
          leadingIcon={request.parentUid && <PartIcon />}
          description={request.state.message || undefined}
          href={links.request(request.uid)}
        />
      ),
    },
    {
      id: 'state',
      label: 'State',
      defaultWidth: '1.4fr',
      minWidth: 170,
      cell: request => (
        <Cell>
          <RequestStateChip state={request.state} />
        </Cell>
      ),
    },
    {
      id: 'promise',
      label: 'Promise',
      defaultWidth: '1.4fr',
      minWidth: 150,
      isHidden: withoutPromise,
      cell: request => (
        <Cell>
          <Flex gap="2" align="center">
            <PromiseIcon icon={request.promise.icon} size="small" />
            {request.promise.title}
          </Flex>
        </Cell>
      ),
    },
    {
      id: 'namespace',
      label: 'Namespace',
      defaultWidth: '1fr',
      minWidth: 110,
      cell: request => <CellText title={request.namespace} />,
    },
    {
      id: 'owner',
      label: 'Owner',
      defaultWidth: '1fr',
      minWidth: 110,
      cell: request => (
        <Cell>
          <EntityRefLink entityRef={request.owner} defaultKind="group" />
        </Cell>
      ),
    },
    {
      id: 'updated',
      label: 'Updated',
      defaultWidth: '1fr',
      minWidth: 120,
      cell: request => (
        <Cell>
          <RelativeTime at={request.updatedAt} />
        </Cell>
      ),
    },
  ];
}

function PartIcon() {
  return (
    <RiCornerDownRightLine
      role="img"
      aria-label="Part of another request:"
      size={16}
    />
  );
}
