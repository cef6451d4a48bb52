import { useMemo } from 'react';
import { Badge, Cell, type ColumnConfig, Table } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DestinationInfo } from '@promissory/plugin-promises-common';
import { StatusChip } from '@promissory/plugin-promises-react';
import { CopyButton } from '../copy/CopyButton';
import { WideTable } from '../layout/WideTable';
import { RelativeTime } from '../time/RelativeTime';
import { ForeignFiles } from './ForeignFiles';
import { RemoveDestination } from './RemoveDestination';
import { StateStoreCell } from './StateStoreCell';
import { destinationLook } from './destinationLook';
import styles from './DestinationTable.module.css';

type Row = DestinationInfo & { readonly id: string };

/** Destinations with their state stores and what is there. */
export function DestinationTable(props: {
  readonly destinations: readonly DestinationInfo[];
  readonly canDelete: boolean;
  readonly onChanged: () => void;
}) {
  const { destinations, canDelete, onChanged } = props;
  const columns = useMemo(
    () => columnsOf(canDelete, onChanged),
    [canDelete, onChanged],
  );
  return (
    <WideTable>
      <Table<Row>
        columnConfig={columns}
        data={destinations.map(each => ({ ...each, id: each.name }))}
        pagination={{ type: 'none' }}
      />
    </WideTable>
  );
}

function columnsOf(
  canDelete: boolean,
  onChanged: () => void,
): Array<ColumnConfig<Row>> {
  return [
    {
      id: 'name',
      label: 'Destination',
      defaultWidth: '1.2fr',
      minWidth: 150,
      isRowHeader: true,
      cell: destination => (
        <Cell>
          <EntityRefLink entityRef={destination.entityRef} />
          {destination.path && (
            <div className={styles.secondary}>
              in <code>{destination.path}</code>
            </div>
          )}
          {destination.fulfilsRequests && (
            <Badge>fulfils requests placed here</Badge>
          )}
          {destination.catalog && <Badge>appears in the catalog</Badge>}
        </Cell>
      ),
    },
    {
      id: 'state',
      label: 'State',
      defaultWidth: '1.4fr',
      minWidth: 170,
      cell: destination => (
        <Cell>
          <StatusChip
            {...destinationLook[destination.state]}
            description={destination.message}
          />
          {destination.state === 'Disconnected' && (
            <RemoveDestination
              destination={destination}
              canDelete={canDelete}
              onRemoved={onChanged}
            />
          )}
          {destination.state !== 'Ready' && destination.message && (
            <div className={styles.message}>{destination.message}</div>
          )}
          {destination.findings.map(({ message, path }) => (
            <div key={`${path}${message}`} className={styles.message}>
              {path && <code>{path}</code>} {message}
            </div>
          ))}
        </Cell>
      ),
    },
    {
      id: 'store',
      label: 'State store',
      defaultWidth: '1.8fr',
      minWidth: 220,
      cell: destination => (
        <Cell>
          <StateStoreCell store={destination.stateStore} />
        </Cell>
      ),
    },
    {
      id: 'labels',
      label: 'Labels',
      defaultWidth: '1.2fr',
      minWidth: 150,
      cell: destination => (
        <Cell>
          <div className={styles.labels}>
            {Object.entries(destination.labels).map(([key, value]) => (
              <Badge key={key}>{`${key}=${value}`}</Badge>
            ))}
            {Object.keys(destination.labels).length === 0 && (
              <span className={styles.secondary}>
                {destination.strictMatchLabels
                  ? 'none'
                  : 'none: takes anything'}
              </span>
            )}
          </div>
        </Cell>
      ),
    },
    {
      id: 'placements',
      label: 'Placements',
      defaultWidth: '0.7fr',
      minWidth: 120,
      cell: destination => (
        <Cell>
          {destination.placements}
          {Boolean(destination.failedPlacements) && (
            <div className={styles.secondary}>
              {destination.failedPlacements} failed
            </div>
          )}
          {destination.foreignFiles && (
            <ForeignFiles files={destination.foreignFiles} />
          )}
        </Cell>
      ),
    },
    {
      id: 'commit',
      label: 'Last commit',
      defaultWidth: '1fr',
      minWidth: 150,
      cell: destination => (
        <Cell>
          {destination.lastCommit ? (
            <>
              <span className={styles.commit}>
                <code>{destination.lastCommit.slice(0, 10)}</code>
                <CopyButton
                  label={`Copy the last commit of ${destination.name}`}
                  text={destination.lastCommit}
                />
              </span>
              {destination.lastWrittenAt && (
                <div className={styles.secondary}>
                  <RelativeTime at={destination.lastWrittenAt} />
                </div>
              )}
            </>
          ) : (
            <span className={styles.secondary}>nothing written yet</span>
          )}
        </Cell>
      ),
    },
  ];
}
