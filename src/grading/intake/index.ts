export { collect } from './collect';
export { findSubmissions, type Found } from './find-submissions';
export { safeName } from './names';
export { NOT_FETCHED } from './read-note';
export { readSubmission } from './read-submission';
