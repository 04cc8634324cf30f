import { findCitations } from '../../../src/plugins/gazette/server/src/citations';

test.each([
  'nhiệm kỳ 2020-2025, tầm nhìn 2030-2045',
  'kế hoạch 2021-2025 của huyện',
  'trên Quốc lộ 50, ĐT 877-B, ĐH 12-A, Km 12+500/QL50',
  'tổ 12/KP3, ấp 4/KP, lô A12-B, căn hộ 12/CT-A',
  'trực 24/7, nghỉ lễ 30/4 - 1/5, Ngày 19-5',
  'U-23 thắng 3-1, đội hình 4-4-2',
  'lúa OM 5451, giống ST25, phân NPK 16-16-8, xe 50-XE',
  'hotline 1900-1234, tài khoản 6868-VCB',
  'Quyết định số …/QĐ-UBND ngày … tháng … năm 2023',
  'Số      /KH-UBND',
  'Kế hoạch này, Nghị quyết nêu trên, văn bản trên',
  'Nghị quyết Đại hội Đảng bộ huyện lần thứ XII',
  'Chỉ thị 05 và Nghị quyết Trung ương 4',
  'theo điểm a khoản 2 Điều 15 Luật Đất đai năm 2013',
  'quyển số 01/TP-CC-SCC/HĐGD',
  'Giấy phép số 12/GP-BTTTT',
  'Hợp đồng số 15/HĐ-XD và phụ lục hợp đồng số 02/PLHĐ',
  'Mẫu số 01/ĐK-TCT, Biểu mẫu 02-KNĐ, Mẫu 03-BC/TTr',
  'giá 25.000-30.000 đồng/kg, tăng 5-7%',
  'TCVN 7217-1:2002, QCVN 01-1:2018/BYT, ISO 9001',
  'máy bay Boeing 737-800, súng AK-47, tên lửa S-300',
  'email 123@xa-vinhbinh.gov.vn, xem http://a.vn/12-KH/tin',
])('no citation in %j', (text) => {
  expect(findCitations(text).map(({ symbol }) => symbol)).toEqual([]);
});
