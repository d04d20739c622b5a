export { collect } from './collect';
export { findSubmissions, type Found } from './find-submissions';
export { readSubmission } from './read-submission';
