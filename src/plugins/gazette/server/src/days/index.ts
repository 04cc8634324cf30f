export { dayInVietnam, yearOfDay } from './day-in-vietnam';
