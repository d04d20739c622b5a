export { classroom50, classroom50Submission, type Classroom50Submission } from './classroom50';
export { feedbackMarkdown } from './feedback-markdown';
export { feedbackPage } from './feedback-page';
export { gradesCsv } from './grades-csv';
export { gradescope } from './gradescope';
export { junit } from './junit';
export { parseResult, resultText } from './result-file';
