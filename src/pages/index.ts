export { renderAnswers } from './answers';
export { renderFailedLesson, type FailedLesson } from './failed-lesson';
export { renderFailure } from './failure';
export { tableLines, type TableColumn } from './table';
export { indented, type Terminal } from './terminal';
