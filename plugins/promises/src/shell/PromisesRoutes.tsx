import { Route, Routes } from 'react-router-dom';
import type { ReactElement } from 'react';
import { MarketplacePage } from '../marketplace/MarketplacePage';
import { PromisePage } from '../promise/PromisePage';
import { OrderPage } from '../order/OrderPage';
import { ChangePage } from '../order/ChangePage';
import { RequestsPage } from '../requests/RequestsPage';
import { RequestPage } from '../request/RequestPage';
import { DoctorPage } from '../doctor/DoctorPage';
import { DestinationsPage } from '../destinations/DestinationsPage';
import { RequestAddress } from './RequestAddress';
import { UnknownPage } from './UnknownPage';

/** A tab that another plugin adds to the pages. */
export interface AddedPage {
  /** Relative, without a leading slash. */
  readonly path: string;
  readonly title: string;
  readonly element: ReactElement;
}

/** All pages, below the path where the app mounted them. */
export function PromisesRoutes(props: {
  readonly addedPages?: readonly AddedPage[];
}) {
  return (
    <Routes>
      <Route index element={<MarketplacePage />} />
      <Route path="requests" element={<RequestsPage />} />
      <Route
        path="requests/:uid"
        element={
          <RequestAddress>
            <RequestPage />
          </RequestAddress>
        }
      />
      <Route
        path="requests/:uid/change"
        element={
          <RequestAddress>
            <ChangePage />
          </RequestAddress>
        }
      />
      <Route path="destinations" element={<DestinationsPage />} />
      <Route path="doctor" element={<DoctorPage />} />
      {props.addedPages?.map(page => (
        <Route key={page.path} path={`${page.path}/*`} element={page.element} />
      ))}
      <Route path=":name" element={<PromisePage />} />
      <Route path=":name/order" element={<OrderPage />} />
      <Route path="*" element={<UnknownPage />} />
    </Routes>
  );
}
