export { dayAfter } from './day-after';
export { dayInVietnam, yearOfDay } from './day-in-vietnam';
