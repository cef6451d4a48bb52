export { isPostgres } from './isPostgres';
export { migrateDatabase } from './migrateDatabase';
export { SignalReceiver } from './signals';
export { runInTransaction } from './transactions';
