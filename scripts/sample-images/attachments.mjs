/** The text of the sample PDF files, by file name. */
export const documents = {
  'ke-hoach-94-kh-hu.pdf': {
    title: 'Kế hoạch số 94-KH/HU ngày 31/8/2023',
    paragraphs: [
      { text: 'HUYỆN ỦY GÒ CÔNG TÂY', align: 'center' },
      { text: 'Số 94-KH/HU', align: 'center' },
      { text: 'KẾ HOẠCH', size: 16, align: 'center' },
      { text: 'về công tác thông tin đối ngoại trên địa bàn huyện (bản mẫu minh họa)', align: 'center' },
      { text: 'I. MỤC ĐÍCH, YÊU CẦU' },
      { text: '1. Mỗi chi bộ nắm chắc nội dung Kết luận 57-KL/TW và chọn được việc phù hợp với địa bàn mình.' },
      { text: '2. Lấy câu chuyện thật của vùng đất Gò Công làm chất liệu giới thiệu quê hương với bạn bè ở xa.' },
      { text: 'II. VIỆC PHẢI LÀM' },
      { text: '1. Mở lớp tập huấn cho cộng tác viên ở mười ba xã, thị trấn trước ngày 30/11/2023.' },
      { text: '2. Dựng trang giới thiệu huyện bằng tiếng Việt và tiếng Anh, cập nhật ít nhất hai kỳ mỗi tháng.' },
      { text: '3. Sáu tháng một lần, các đơn vị gửi kết quả về Ban Tuyên giáo Huyện ủy để tổng hợp.' },
      { text: 'Văn bản này do bộ dữ liệu mẫu dựng lại để minh họa, không thay cho bản gốc.', size: 10 },
    ],
  },
  'nghi-quyet-38-nq-hdnd.pdf': {
    title: 'Nghị quyết số 38/NQ-HĐND ngày 19/12/2024',
    paragraphs: [
      { text: 'HỘI ĐỒNG NHÂN DÂN HUYỆN GÒ CÔNG TÂY', align: 'center' },
      { text: 'Số: 38/NQ-HĐND', align: 'center' },
      { text: 'NGHỊ QUYẾT', size: 16, align: 'center' },
      { text: 'về nhiệm vụ kinh tế - xã hội năm 2025 (bản mẫu minh họa)', align: 'center' },
      {
        text: 'Điều 1. Mục tiêu của năm là giữ nhịp sản xuất trong mùa hạn mặn, hoàn thành các tuyến đường dở dang và rút ngắn thời gian giải quyết hồ sơ của người dân.',
      },
      {
        text: 'Điều 2. Các chỉ tiêu chính gồm thu ngân sách, tỷ lệ hộ dùng nước sạch, số hồ sơ nộp trực tuyến và diện tích lúa được bảo vệ khỏi nước mặn.',
      },
      { text: 'Điều 3. Ủy ban nhân dân huyện báo cáo kết quả tại kỳ họp giữa năm.' },
      { text: 'Văn bản này do bộ dữ liệu mẫu dựng lại để minh họa, không thay cho bản gốc.', size: 10 },
    ],
  },
};
